import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isUtf8 } from '../http/address.ts';
import { headersOutside } from './client-errors.ts';
import { problem } from './problem.ts';
import { problemForStatus, PROBLEMS } from './problem-catalog.ts';

const DETAILS: Readonly<Record<string, string>> = { FST_ERR_BAD_URL: 'The address cannot be decoded.' };

/** Answers what fails before there is a route, such as an address that cannot be decoded. */
export function answerFrameworkError(
  { code: reason, statusCode }: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const [code, detail] = isUtf8(request.url)
    ? ([problemForStatus(statusCode ?? 400), DETAILS[reason] ?? 'A part of the address is too long.'] as const)
    : (['malformed_text', 'The address holds %-escapes that are not UTF-8.'] as const);
  const occurrence = { instance: '/', requestId: request.id, detail };
  void reply.status(PROBLEMS[code].status).headers(headersOutside(request.id)).send(problem(code, occurrence));
}
