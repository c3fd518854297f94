/** What the person `$1` may see of canned answers: everybody's and their own, but none that is deleted. */
export const VISIBLE = '(deleted_at IS NULL AND (owner IS NULL OR owner = $1))';
