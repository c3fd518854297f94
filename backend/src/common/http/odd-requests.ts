import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { answerClientError, headersOutside } from '../problems/client-errors.ts';
import { DomainError } from '../problems/domain-error.ts';
import { problem } from '../problems/problem.ts';
import { forEveryServer } from './listening-servers.ts';
import { requestId } from './request-id.ts';

/** Answers in the API's own form what Node would refuse by itself, with an empty body that no caller expects. */
export function answerOddRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ raw: { headers, httpVersion } }, _reply, done) => {
    const isAddressed = headers.host !== undefined || httpVersion === '1.0';
    done(isAddressed ? undefined : new DomainError('bad_request', 'The header Host is missing.'));
  });
  forEveryServer(fastify, (server) => {
    server.removeAllListeners('clientError').on('clientError', (error, socket) => {
      answerClientError(error, socket as Socket);
    });
    server.on('checkExpectation', refuseExpectation);
  });
}

function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  const id = requestId(request);
  const detail = 'Only Expect: 100-continue is understood.';
  const body = JSON.stringify(problem('expectation_failed', { detail, instance: '/', requestId: id }));
  const length = String(Buffer.byteLength(body));
  response.writeHead(417, { ...headersOutside(id), 'content-length': length, connection: 'close' });
  response.end(body);
}
