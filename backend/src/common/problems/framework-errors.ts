import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_MEDIA_TYPE, problem } from './problem.ts';

/** Answers what fails before there is a route, such as an address that cannot be decoded. */
export function answerFrameworkError(_: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const occurrence = { instance: '/', requestId: request.id, detail: 'The address cannot be decoded.' };
  void reply
    .status(400)
    .header('x-request-id', request.id)
    .type(PROBLEM_MEDIA_TYPE)
    .send(problem('bad_request', occurrence));
}
