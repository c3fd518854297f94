import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { headersOutside } from './client-errors.ts';
import { problem } from './problem.ts';
import { problemForStatus, PROBLEMS } from './problem-catalog.ts';

/** Answers what fails before there is a route, such as an address that cannot be decoded. */
export function answerFrameworkError(
  { code: reason, statusCode }: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const code = problemForStatus(statusCode ?? 400);
  const detail = reason === 'FST_ERR_BAD_URL' ? 'The address cannot be decoded.' : 'A part of the address is too long.';
  const occurrence = { instance: '/', requestId: request.id, detail };
  void reply.status(PROBLEMS[code].status).headers(headersOutside(request.id)).send(problem(code, occurrence));
}
