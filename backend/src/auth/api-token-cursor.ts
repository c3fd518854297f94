import { ValidationFailed } from '../common/problems/domain-error.ts';

/** An opaque cursor for the page of API tokens after this one. */
export function tokenCursor(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The id of a token. @throws ValidationFailed when the cursor was not made by `tokenCursor`. */
export function readTokenCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString('hex');
  if (id.length !== 32 || tokenCursor(id) !== cursor) {
    const message = 'Cursor must be a next_cursor of an earlier answer.';
    throw new ValidationFailed([{ field: 'cursor', code: 'invalid_cursor', message }]);
  }
  return id;
}
