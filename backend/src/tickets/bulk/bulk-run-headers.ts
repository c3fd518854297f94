import type { FastifyReply } from 'fastify';
import type { BulkRun } from './domain/bulk-run.ts';
import { BulkRunDto } from './dto/bulk-run.dto.ts';

export const RUN_LOCATION = {
  Location: {
    schema: { type: 'string' as const },
    description: 'Where to ask how far it is. Like `/api/admin/tickets/bulk/01997c1e-5b1c-7a60-8f0e-6f3b1c2d4e5f`.',
  },
};

/** Answers with a run that has begun and where to ask after it. */
export function withRunLocation(reply: FastifyReply, run: BulkRun): BulkRunDto {
  void reply.header('location', `/api/admin/tickets/bulk/${run.id}`);
  return BulkRunDto.of(run);
}
