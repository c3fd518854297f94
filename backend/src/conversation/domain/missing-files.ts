/** What the desk tells itself, with their names, where files of a mail could not be kept. */
export const MISSING_FILES = 'The desk could not keep all files of this mail:';
