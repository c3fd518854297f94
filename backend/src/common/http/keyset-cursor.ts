import { ValidationFailed } from '../problems/domain-error.ts';

/** The place after one row of a list that runs newest first. */
export interface KeysetPosition {
  readonly createdAt: Date;
  readonly id: number;
}

/** An opaque cursor for the page after `position`. */
export function encodeCursor({ createdAt, id }: KeysetPosition): string {
  return Buffer.from(`${createdAt.toISOString()}/${String(id)}`).toString('base64url');
}

/**
 * Of what was found, one more than asked for where there is more: those to show, and where the page after them begins, as `encode`
 * tells it of the last of them.
 */
export function cutPage<Item, Next>(
  found: readonly Item[],
  limit: number,
  encode: (last: Item) => Next,
): { readonly shown: readonly Item[]; readonly next: Next | null } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: found.length > limit && last ? encode(last) : null };
}

/** @throws ValidationFailed when the cursor was not made by `encodeCursor`. */
export function decodeCursor(cursor: string): KeysetPosition {
  const [time = '', number = ''] = Buffer.from(cursor, 'base64url').toString().split('/');
  const createdAt = new Date(time);
  const id = Number(number);
  const real = /^\d{4}-/.test(time) && !Number.isNaN(createdAt.getTime()) && /^\d{1,15}$/.test(number);
  if (!real || encodeCursor({ createdAt, id }) !== cursor) {
    throw invalidCursor();
  }
  return { createdAt, id };
}

export function invalidCursor(): ValidationFailed {
  const message = 'Cursor must be a next_cursor of an earlier answer.';
  return new ValidationFailed([{ field: 'cursor', code: 'invalid_cursor', message }]);
}
