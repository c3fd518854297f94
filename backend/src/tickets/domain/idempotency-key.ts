import { ValidationFailed } from '../../common/problems/domain-error.ts';

export const IDEMPOTENCY_KEY_MAX = 255;

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
