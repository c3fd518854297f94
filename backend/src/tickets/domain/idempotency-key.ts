import type { Author } from '../../common/author.ts';
import { ValidationFailed } from '../../common/problems/domain-error.ts';

export const IDEMPOTENCY_KEY_MAX = 255;

/** Whose a key is: a user's, or a customer's by the contact who stands for them. */
export interface KeyOwner {
  readonly kind: 'user' | 'contact';
  readonly id: number;
}

/** @throws Error for an author who is no user. */
export function ownedBy({ userId }: Author): KeyOwner {
  if (userId === null) throw new Error('An Idempotency-Key of the desk belongs to a user');
  return { kind: 'user', id: userId };
}

/** How long a key is remembered. */
export const IDEMPOTENCY_HOURS = 24;

/**
 * Reads an Idempotency-Key header: any 1 to 255 printable ASCII characters, or null without the header.
 *
 * @throws ValidationFailed when it is something else.
 */
export function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (new RegExp(`^[\\x20-\\x7e]{1,${String(IDEMPOTENCY_KEY_MAX)}}$`).test(header)) return header;
  const message = `Idempotency-Key must be 1 to ${String(IDEMPOTENCY_KEY_MAX)} printable ASCII characters, given once.`;
  throw new ValidationFailed([{ field: 'Idempotency-Key', code: 'invalid_key', message }]);
}

/** What was written with a key: a ticket, or a message of one. */
export interface WrittenWithKey {
  readonly ticketId: number;
  readonly messageNumber: number | null;
}
