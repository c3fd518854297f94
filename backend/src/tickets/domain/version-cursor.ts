import { ValidationFailed } from '../../common/problems/domain-error.ts';

/** An opaque cursor for the part of a history after a version. */
export function encodeVersionCursor(version: number): string {
  return Buffer.from(`v${String(version)}`).toString('base64url');
}

/** @throws ValidationFailed when the cursor was not made by `encodeVersionCursor`. */
export function decodeVersionCursor(cursor: string): number {
  const version = Number(/^v(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]);
  if (Number.isNaN(version) || encodeVersionCursor(version) !== cursor) {
    const message = 'Cursor must be a next_cursor of an earlier answer.';
    throw new ValidationFailed([{ field: 'cursor', code: 'invalid_cursor', message }]);
  }
  return version;
}
