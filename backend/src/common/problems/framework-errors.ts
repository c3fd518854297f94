import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isUtf8 } from '../http/address.ts';
import { headersOutside } from './client-errors.ts';
import { problem } from './problem.ts';
import { problemForStatus, PROBLEMS } from './problem-catalog.ts';

/** Answers what fails before there is a route, such as an address that cannot be decoded. */
export function answerFrameworkError(
  { code: reason, statusCode }: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const whole = isUtf8(request.url);
  const code = whole ? problemForStatus(statusCode ?? 400) : 'malformed_text';
  const readable =
    reason === 'FST_ERR_BAD_URL' ? 'The address cannot be decoded.' : 'A part of the address is too long.';
  const detail = whole ? readable : 'The address holds %-escapes that are not UTF-8.';
  const occurrence = { instance: '/', requestId: request.id, detail };
  void reply.status(PROBLEMS[code].status).headers(headersOutside(request.id)).send(problem(code, occurrence));
}
