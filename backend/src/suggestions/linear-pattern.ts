import { RE2JS } from 're2js';

/** What no program should need, and a small pattern may ask for by repeating repetitions. */
const MOST_STEPS = 500;
/** Something of each kind of character: what finds a place between them finds nothing that could be masked. */
const SAMPLE = 'Aa 09-_.\nZz';

/**
 * A pattern as RE2 reads it: each takes time in proportion to the text, whatever it says. Looking around and references
 * back, which take more, are no part of its language.
 *
 * @returns why it cannot be read, as an error, instead of throwing it.
 */
export function linearPattern(pattern: string): RE2JS | Error {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Why a pattern cannot be used, as a sentence for the one who wrote it; null when it can. */
export function patternFault(pattern: string): string | null {
  const compiled = linearPattern(pattern);
  if (compiled instanceof Error) return `This is no pattern of RE2: ${compiled.message}.`;
  if (compiled.programSize() > MOST_STEPS) return 'This pattern is too large: repeat less.';
  if (findsNothing(compiled)) return 'This pattern finds nothing at all, everywhere: it must ask for a character.';
  return null;
}

/** Whether it is content with a place, like `a*` or `\b`, in an empty text or between characters. */
function findsNothing(compiled: RE2JS): boolean {
  return ['', SAMPLE].some((text) => {
    const matcher = compiled.matcher(text);
    while (matcher.find()) if (matcher.end() === matcher.start()) return true;
    return false;
  });
}
