import { invalidCursor } from '../../common/http/keyset-cursor.ts';

/** The place after one row of a list that runs from the most used on. */
export interface UsePosition {
  readonly uses: number;
  readonly id: number;
}

/** An opaque cursor for the page after `position`. */
export function encodeUseCursor({ uses, id }: UsePosition): string {
  return Buffer.from(`u${String(uses)}/${String(id)}`).toString('base64url');
}

/** @throws ValidationFailed when the cursor was not made by `encodeUseCursor`. */
export function decodeUseCursor(cursor: string): UsePosition {
  const [, uses, id] = /^u(\d{1,9})\/(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const position = { uses: Number(uses), id: Number(id) };
  if (uses === undefined || encodeUseCursor(position) !== cursor) throw invalidCursor();
  return position;
}
