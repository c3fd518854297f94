import { randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { PROBLEM_MEDIA_TYPE, problem } from './problem.ts';
import { type ProblemCode, PROBLEMS } from './problem-catalog.ts';

const GIVEN_TIME_OVER = 'GIVEN_TIME_OVER';
const MEANINGS: Readonly<Record<string, { readonly code: ProblemCode; readonly detail: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'request_timeout', detail: 'A request must arrive within 30 seconds.' },
  [GIVEN_TIME_OVER]: { code: 'request_timeout', detail: 'The file took too long to arrive.' },
  HPE_HEADER_OVERFLOW: { code: 'headers_too_large', detail: 'Address and headers may have 16 KiB together.' },
};
const NOT_HTTP = { code: 'bad_request', detail: 'This is not HTTP as it should be.' } as const;

/** Requests that may take longer than others, by their connections. */
const GIVEN_TIME = new WeakSet<Socket>();

/** Lets a request that is read by somebody take so many milliseconds to arrive from now on, in place of what others may. */
export function giveTime(request: IncomingMessage, ms: number): void {
  const { socket } = request;
  GIVEN_TIME.add(socket);
  const timer = setTimeout(() => {
    GIVEN_TIME.delete(socket);
    answerClientError(Object.assign(new Error(), { code: GIVEN_TIME_OVER }), socket);
  }, ms);
  const over = () => {
    clearTimeout(timer);
    GIVEN_TIME.delete(socket);
  };
  request.once('end', over).once('close', over);
}

/** Answers what is no request yet, or none that came to its end: what Node's HTTP parser refuses. Then it hangs up. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && GIVEN_TIME.has(socket)) return;
  if (socket.writable && !hasAnswerUnderWay(socket)) {
    const { code, detail } = MEANINGS[error.code ?? ''] ?? NOT_HTTP;
    const requestId = randomUUID();
    new Logger('ClientErrors').log({ code, reason: error.code, request_id: requestId, address: socket.remoteAddress });
    const { status } = PROBLEMS[code];
    const body = JSON.stringify(problem(code, { detail, instance: '/', requestId }));
    const headers = { ...headersOutside(requestId), 'content-length': Buffer.byteLength(body), connection: 'close' };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    socket.end(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${head.join('')}\r\n${body}`);
  }
  // Once it is sent: what is left of the request is not waited for.
  socket.destroySoon();
}

/** The headers of a problem that is written where no hook of the API adds any. */
export function headersOutside(requestId: string): Record<string, string> {
  return {
    'content-type': PROBLEM_MEDIA_TYPE,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  };
}

/** Node keeps the answer to the request that the parser is at; what is written into the midst of it would garble it. */
function hasAnswerUnderWay(socket: Socket & { readonly _httpMessage?: ServerResponse | null }): boolean {
  return socket._httpMessage?.headersSent === true;
}
