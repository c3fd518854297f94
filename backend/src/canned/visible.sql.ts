/** What is for the person `$1` of canned answers, deleted ones too: everybody's and their own. */
export const THEIRS = '(owner IS NULL OR owner = $1)';

/** What the person `$1` may see of them: none that is deleted. */
export const VISIBLE = `(deleted_at IS NULL AND ${THEIRS})`;
