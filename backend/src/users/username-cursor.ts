import { ValidationFailed } from '../common/problems/domain-error.ts';
import { isUsername } from './domain/username.ts';

/** An opaque cursor for the page of people after this one. */
export function usernameCursor(username: string): string {
  return Buffer.from(username.toLowerCase()).toString('base64url');
}

/** The username in lower case. @throws ValidationFailed when the cursor was not made by `usernameCursor`. */
export function readUsernameCursor(cursor: string): string {
  const username = Buffer.from(cursor, 'base64url').toString();
  if (!isUsername(username) || usernameCursor(username) !== cursor) {
    const message = 'Cursor must be a next_cursor of an earlier answer.';
    throw new ValidationFailed([{ field: 'cursor', code: 'invalid_cursor', message }]);
  }
  return username;
}
