/** How the API's document describes a count. */
export const COUNT = { type: 'integer', minimum: 0 } as const;

/** How it describes the version of what keeps no count of its changes. */
export const CONTENT_VERSION = { ...COUNT, maximum: 2 ** 48 - 1, example: 184_467_440_737 } as const;

/** How it describes a number from 0 to 1, like a share or a confidence; null where nothing can be said. */
export const SHARE = { type: Number, nullable: true, minimum: 0, maximum: 1 } as const;
