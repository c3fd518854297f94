import { once } from 'node:events';
import { Agent, type IncomingMessage, type Server, request as httpRequest } from 'node:http';
import { json } from 'node:stream/consumers';
import { HttpAdapterHost } from '@nestjs/core';
import type { ProblemBody } from './support/api-client.ts';
import { type RawAnswer, sendRaw } from './support/raw-http.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

function expectProblem({ status, headers, body }: RawAnswer, expected: [status: number, code: string]): void {
  const problem = JSON.parse(body) as ProblemBody;
  expect([status, problem.code, problem.status]).toEqual([...expected, expected[0]]);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect([problem.request_id, headers.get('x-request-id')]).toEqual([
    expect.stringMatching(/^[\w-]{36}$/),
    problem.request_id,
  ]);
}

const request = (first: string, ...headers: string[]) =>
  [`${first} HTTP/1.1`, 'Host: desk', 'Connection: close', ...headers, '', ''].join('\r\n');
const JSON_BODY = 'Content-Type: application/json';

describe('a request that is refused before a route sees it', () => {
  it.each<[what: string, text: string, expected: [number, string]]>([
    ['is no HTTP', 'HELLO\r\n\r\n', [400, 'bad_request']],
    ['has a method that nobody knows', request('BREW /api/tickets'), [400, 'bad_request']],
    ['breaks off in the midst of a header', `GET / HTTP/1.1\r\nHost\r\n\r\n`, [400, 'bad_request']],
    ['gives two lengths', request('POST /api/tickets', 'Content-Length: 1', 'Content-Length: 2'), [400, 'bad_request']],
    ['names no host', 'GET /api/health/live HTTP/1.1\r\nConnection: close\r\n\r\n', [400, 'bad_request']],
    ['has too long an address', request(`GET /api/${'a'.repeat(20_000)}`), [431, 'headers_too_large']],
    ['has too many headers', request('GET /api/tickets', `X-Long: ${'a'.repeat(20_000)}`), [431, 'headers_too_large']],
    [
      'expects what nobody knows',
      request('POST /api/tickets', 'Expect: tea', 'Content-Length: 2'),
      [417, 'expectation_failed'],
    ],
    ['has an address that cannot be decoded', request('GET /api/%zz'), [400, 'bad_request']],
    ['has an address that is no UTF-8', request('GET /api/tickets/%ff'), [400, 'malformed_text']],
    ['has a method that no route takes', request('PROPFIND /api/tickets'), [404, 'not_found']],
    ['is a trace', request('TRACE /api/tickets'), [404, 'not_found']],
    ['asks for options', request('OPTIONS /api/tickets'), [404, 'not_found']],
    ['goes to no route', request('GET /nothing'), [404, 'not_found']],
    ['has too long a part of the path', request(`GET /api/tickets/${'1'.repeat(2_000)}`), [400, 'bad_request']],
    [
      'says that it is too large',
      request('POST /api/auth/login', JSON_BODY, 'Content-Length: 300000'),
      [413, 'payload_too_large'],
    ],
    [
      'is a form',
      request('POST /api/auth/login', 'Content-Type: text/plain', 'Content-Length: 2') + 'hi',
      [415, 'unsupported_media_type'],
    ],
  ])('%s', async (_, text, expected) => expectProblem(await sendRaw(app.url, text), expected));
});

describe('a body of 5 MB', () => {
  const body = Buffer.alloc(5_000_000, ' ');
  const agent = new Agent({ keepAlive: true });
  afterAll(() => agent.destroy());

  it.each<[how: string, headers: Record<string, string>]>([
    ['its length is told', { 'content-length': String(body.length) }],
    ['it comes in pieces', { 'transfer-encoding': 'chunked' }],
  ])('is answered as too large, though it is sent to its end first: %s', async (_, headers) => {
    for (let turn = 0; turn < 10; turn++) {
      const sending = httpRequest(`${app.url}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        agent,
      });
      // Like a client that listens only once it has sent all.
      const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
      sending.end(body);
      const [answer] = await answered;
      expect([answer.statusCode, ((await json(answer)) as ProblemBody).code]).toEqual([413, 'payload_too_large']);
    }
  });
});

describe('a request that takes too long to arrive', () => {
  beforeAll(() => {
    const server = app.get(HttpAdapterHost).httpAdapter.getHttpServer() as Server;
    server.requestTimeout = 200;
    server.headersTimeout = 200;
  });

  it.each([
    [
      'a body of which something comes all the time',
      request('POST /api/auth/login', JSON_BODY, 'Content-Length: 100000'),
      ' ',
    ],
    ['a body in pieces', request('POST /api/auth/login', JSON_BODY, 'Transfer-Encoding: chunked'), '1\r\n \r\n'],
    [
      'a body for no route',
      request('POST /api/nothing', JSON_BODY, 'Content-Length: 100000').replace('Connection: close\r\n', ''),
      ' ',
    ],
    ['headers', 'GET / HTTP/1.1\r\nHost: desk\r\n', 'X-More: 1\r\n'],
  ])('is given up: %s', async (_, text, piece) => {
    expectProblem(await sendRaw(app.url, text, { piece, everyMs: 20 }), [408, 'request_timeout']);
  });
});
