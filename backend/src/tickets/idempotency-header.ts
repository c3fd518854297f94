import type { ApiHeaderOptions } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
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

/** How the API's document describes the header by which an answer tells that an earlier request wrote the `thing`. */
export function idempotencyReplayed(
  thing: string,
): Record<'Idempotency-Replayed', { schema: { type: 'string' }; description: string }> {
  return {
    'Idempotency-Replayed': {
      schema: { type: 'string' },
      description: `\`true\` when an earlier request with this key wrote the ${thing}.`,
    },
  };
}

/** Says so when an earlier request wrote what is answered with. */
export function tellReplayed(reply: FastifyReply, { replayed }: { readonly replayed: boolean }): void {
  if (replayed) void reply.header('idempotency-replayed', 'true');
}
