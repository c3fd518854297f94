import type { ApiHeaderOptions } from '@nestjs/swagger';
import { IDEMPOTENCY_KEY_MAX } from './domain/idempotency-key.ts';

/** How the API's document describes the header of a request that writes a `thing`, like "ticket". */
export function idempotencyKey(thing: string): ApiHeaderOptions {
  return {
    name: 'Idempotency-Key',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: IDEMPOTENCY_KEY_MAX },
    description:
      `Any text that you use for this ${thing} alone, like a random UUID. A retry with the same key and body within 24 hours gives the ` +
      `same ${thing} and writes none; the same key with another body is refused.`,
  };
}
