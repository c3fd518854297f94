import { randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** A problem of the web server about a request to the API, in the API's form (RFC 9457); see docker/nginx/desk/problems.conf. */
export interface WebProblem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** When to come again, in seconds. */
  readonly retryAfter?: number;
}

const UNREACHABLE = {
  ...{ code: 'api_unreachable', title: 'The API cannot be reached right now' },
  ...{ detail: 'Please try again in a moment.', retryAfter: 5 },
};

export const API_UNREACHABLE: WebProblem = { status: 502, ...UNREACHABLE };
export const API_SILENT: WebProblem = { status: 504, ...UNREACHABLE };

const REQUEST_TIMEOUT: WebProblem = {
  ...{ status: 408, code: 'request_timeout', title: 'The request took too long to arrive' },
  detail: 'A request must arrive within 30 seconds.',
};
const HEADERS_TOO_LARGE: WebProblem = {
  ...{ status: 431, code: 'headers_too_large', title: 'The headers of the request are too large' },
  detail: 'Address and headers may have 16 KiB together.',
};
const BAD_REQUEST: WebProblem = {
  ...{ status: 400, code: 'bad_request', title: 'The request could not be understood' },
  detail: 'This is not HTTP as it should be.',
};

/** The headers and the body of a problem. */
export function written(problem: WebProblem, url = '/'): { headers: Record<string, string>; body: string } {
  const { status, code, title, detail, retryAfter } = problem;
  const requestId = randomUUID();
  const instance = url.split('?', 1)[0];
  const about = { type: `urn:problem:${code}`, title, status, detail, instance, code, request_id: requestId };
  const body = JSON.stringify(about);
  const headers = {
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  };
  return { headers, body };
}

const LEFT_TO_API = new WeakSet<Socket>();

/** Leaves it to the API how long a request may take to arrive: a file takes longer than other bodies. */
export function leaveTimeToApi({ socket }: IncomingMessage): void {
  LEFT_TO_API.add(socket);
}

/** Answers what is no request yet, or none that came to its end, and hangs up. */
export function answerClientError(
  error: Error & { readonly code?: string },
  socket: Socket & { readonly _httpMessage?: { readonly headersSent: boolean } | null },
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && LEFT_TO_API.has(socket)) return;
  // What is written into the midst of an answer would garble it.
  if (socket.writable && !socket._httpMessage?.headersSent) {
    const problem = problemOf(error.code);
    const { headers, body } = written(problem);
    const lines = Object.entries({ ...headers, connection: 'close' }).map((header) => `${header.join(': ')}\r\n`);
    socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`);
  }
  socket.destroySoon();
}

function problemOf(code: string | undefined): WebProblem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return REQUEST_TIMEOUT;
  return code === 'HPE_HEADER_OVERFLOW' ? HEADERS_TOO_LARGE : BAD_REQUEST;
}
