import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, get, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { SECURITY_HEADERS } from './security-headers.ts';
import { targetOf } from './api-proxy.ts';
import { sendRaw } from '../../backend/test/support/raw-http.ts';
import { createWebServer } from './web-server.ts';

const HASHED = 'main-URBPTF7Z.js';

describe('the web server of npm start', () => {
  const outside = mkdtempSync(join(tmpdir(), 'support-tickets-web-'));
  const folder = join(outside, 'web');
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let api: Server;
  let web: Awaited<ReturnType<typeof createWebServer>>;
  let url: string;

  beforeAll(async () => {
    mkdirSync(join(folder, 'fonts'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<title>Desk</title>');
    writeFileSync(join(folder, HASHED), `// ${'x'.repeat(5000)}`);
    writeFileSync(join(folder, 'fonts/inter.woff2'), 'font');
    writeFileSync(join(folder, '.hidden.txt'), 'SECRET');
    writeFileSync(join(outside, 'secret.txt'), 'SECRET');
    api = createServer((request, response) => answer(request, response));
    await once(api.listen(0, '127.0.0.1'), 'listening');
    const apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    web = await createWebServer({ folder, apiUrl, proxySecret: 'shared', apiPatienceMs: 1_500 });
    url = await web.listen({ host: '127.0.0.1', port: 0 });
  });

  afterAll(async () => {
    await web.close();
    api.closeAllConnections();
    api.close();
    rmSync(outside, { recursive: true });
  });

  /** Asks for a path exactly as it is; fetch would tidy it up first. */
  const rawGet = (path: string) =>
    new Promise<{ status: number | undefined; body: string }>((resolveAnswer, reject) => {
      get({ host: '127.0.0.1', port: new URL(url).port, path }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => resolveAnswer({ status: response.statusCode, body }));
      }).on('error', reject);
    });

  it('answers every address of the app with its page, never cached', async () => {
    const response = await fetch(`${url}/tickets/42?search=refund`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<title>Desk</title>');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('lives below a path when it is told to, and is found there and at its own root', async () => {
    writeFileSync(join(folder, 'index.html'), '<base href="/" /><title>Desk</title>');
    answer = (request, response) => response.end(request.url);
    const apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    const below = await createWebServer({ folder, apiUrl, basePath: '/tools/desk' });
    const address = await below.listen({ host: '127.0.0.1', port: 0 });
    const ask = async (path: string) => (await fetch(address + path)).text();
    const html = '<base href="/tools/desk/" /><title>Desk</title>';
    for (const path of [
      '/tools/desk',
      '/tools/desk/',
      '/tools/desk/tickets/42?a=1',
      '/tools/desk/index.html',
      '/',
      '/tickets',
    ])
      expect([path, await ask(path)]).toEqual([path, html]);
    expect(await ask('/tools/desk/fonts/inter.woff2')).toBe('font');
    expect(await ask('/fonts/inter.woff2')).toBe('font');
    expect(await ask('/tools/desk/main-AAAAAAAA.js')).toBe('Not found');
    // The API takes the path away itself, so that what it is asked stays as it was written.
    for (const path of ['/tools/desk/api/tickets?a=%2F', '/api/a%2Fb']) expect(await ask(path)).toBe(path);
    await below.close();
    writeFileSync(join(folder, 'index.html'), '<title>Desk</title>');
  });

  it.each([
    ['http://[::1]:8000', '::1'],
    ['http://127.0.0.1:8000', '127.0.0.1'],
    ['http://localhost:8000', 'localhost'],
  ])('connects to %s at %s', (apiUrl, host) => {
    expect(targetOf(apiUrl)).toEqual({ protocol: 'http:', host, port: '8000' });
  });

  it('compresses scripts and lets browsers keep those with a hash in their name', async () => {
    const response = await fetch(`${url}/${HASHED}`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toHaveLength(5003);
  });

  it('lets browsers keep fonts for a week', async () => {
    const response = await fetch(`${url}/fonts/inter.woff2`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=604800');
  });

  it('answers 404 for a file that is not there, and for writing to a page', async () => {
    expect((await fetch(`${url}/main-AAAAAAAA.js`)).status).toBe(404);
    expect((await fetch(`${url}/tickets`, { method: 'POST' })).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/fonts/../../secret.txt',
    '/fonts/%2e%2e/%2e%2e/secret.txt',
    '//secret.txt',
    '/.%00./secret.txt',
    '/secret.txt%00.js',
    '/.hidden.txt',
  ])('gives away nothing outside its folder for %s', async (path) => {
    const { status, body } = await rawGet(path);
    expect(body).not.toContain('SECRET');
    expect([200, 400, 403, 404]).toContain(status);
    if (status === 200) expect(body).toBe('<title>Desk</title>');
  });

  it.each(['/', `/${HASHED}`, '/missing.js'])('sends the security headers with %s', async (path) => {
    const response = await fetch(url + path);
    expect(Object.fromEntries(response.headers)).toMatchObject(SECURITY_HEADERS);
  });

  it('sends the same security headers as nginx in the containers', () => {
    const conf = readFileSync(resolve(import.meta.dirname, '../../docker/nginx/desk/security-headers.conf'), 'utf8');
    const headers = [...conf.matchAll(/^add_header (\S+) (?:"(.*)"|(\S+)) always;$/gm)];
    const sent = headers.map(([, name, quoted, plain]) => [name?.toLowerCase(), quoted ?? plain]);
    expect(Object.fromEntries(sent)).toEqual(SECURITY_HEADERS);
  });

  it('hands API calls to the API as they are, and says who asked, whatever they claim', async () => {
    answer = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(201, { etag: '"1"' });
        const { method, url: path, headers } = request;
        response.end(JSON.stringify({ method, path, headers, body: Buffer.concat(chunks).toString() }));
      });
    };
    const response = await fetch(`${url}/api/tickets/?a=%25`, {
      method: 'POST',
      body: '{"title":"é"}',
      headers: {
        ...{ 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'other.example' },
        'x-desk-proxy': 'guessed',
      },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('"1"');
    expect(await response.json()).toMatchObject({
      method: 'POST',
      path: '/api/tickets/?a=%25',
      body: '{"title":"é"}',
      headers: {
        ...{ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http', 'x-forwarded-host': new URL(url).host },
        'x-desk-proxy': 'shared',
      },
    });
  });

  it('passes an answer on while it is still being written', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: first\n\n');
    };
    const client = new AbortController();
    const response = await fetch(`${url}/api/events`, { signal: client.signal });
    const text = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await text.read()).value).toBe('data: first\n\n');
    client.abort();
  });

  it('ends streams of events at once when it stops, and waits for other answers', async () => {
    answer = ({ url: path = '' }, response) => {
      const isStream = path.startsWith('/api/events');
      response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'text/csv' }).write('begun');
      if (!isStream) stopped.then(() => response.end(' and ended')).catch(() => undefined);
    };
    const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
    const apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    const other = await createWebServer({ folder, apiUrl });
    const address = await other.listen({ host: '127.0.0.1', port: 0 });
    const [stream, table] = await Promise.all([fetch(`${address}/api/events`), fetch(`${address}/api/tickets.csv`)]);
    const closing = other.close();
    await expect(stream.text()).rejects.toThrow();
    stop();
    expect(await table.text()).toBe('begun and ended');
    await closing;
  });

  it("ends the API's request when the client goes away", async () => {
    const { promise: asked, resolve: onAsked } = Promise.withResolvers<ServerResponse>();
    answer = (_request, response) => onAsked(response);
    const client = new AbortController();
    const waiting = fetch(`${url}/api/tickets/classify`, { method: 'POST', body: '{}', signal: client.signal });
    const atApi = await asked;
    const closed = once(atApi, 'close');
    client.abort();
    await expect(waiting).rejects.toThrow();
    await closed;
    expect(atApi.writableFinished).toBe(false);
  });

  it('answers with a problem when the API does not', async () => {
    answer = (request) => request.socket.destroy();
    const response = await fetch(`${url}/api/tickets?limit=1`);
    expect(response.status).toBe(502);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'urn:problem:api_unreachable',
      title: 'The API cannot be reached right now',
      status: 502,
      detail: 'Please try again in a moment.',
      instance: '/api/tickets',
      code: 'api_unreachable',
      request_id: response.headers.get('x-request-id'),
    });
  });

  it('answers with a problem in time when the API says nothing', async () => {
    answer = () => undefined;
    const response = await fetch(`${url}/api/tickets?limit=1`, { method: 'POST', body: '{}' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([504, '5']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ status: 504, code: 'api_unreachable', instance: '/api/tickets' });
  });

  it('lets a client send its body to the end though the API has answered before and hangs up', async () => {
    answer = ({ socket }, response) => {
      // As the API does: see `too-large-bodies.ts`.
      socket.destroySoon = () => socket.end();
      response.writeHead(413, { connection: 'close' }).end('too large');
    };
    const agent = new Agent({ keepAlive: true });
    for (let turn = 0; turn < 5; turn++) {
      const sending = request(`${url}/api/tickets`, { method: 'POST', agent });
      const [answered] = (await Promise.all([
        once(sending, 'response'),
        once(sending.end(Buffer.alloc(5_000_000)), 'finish'),
      ])) as [[IncomingMessage], unknown];
      expect([answered[0].statusCode, await text(answered[0])]).toEqual([413, 'too large']);
    }
    agent.destroy();
  });

  it('breaks off an answer in the midst of which the API falls silent', async () => {
    answer = (_request, response) => void response.writeHead(200).write('begun');
    const response = await fetch(`${url}/api/tickets`);
    await expect(response.text()).rejects.toThrow();
  });

  it.each([
    ['no HTTP', 'HELLO\r\n\r\n', 400, 'bad_request'],
    ['too long an address', `GET /api/${'a'.repeat(20_000)} HTTP/1.1\r\nHost: desk\r\n\r\n`, 431, 'headers_too_large'],
  ])('tells of %s as the API does', async (_, text, status, code) => {
    const { headers, body, ...answered } = await sendRaw(url, text);
    expect(answered.status).toBe(status);
    expect(Object.fromEntries(headers)).toMatchObject({
      ...{ 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
      'x-request-id': (JSON.parse(body) as { request_id: string }).request_id,
    });
    expect(JSON.parse(body)).toMatchObject({ status, code, instance: '/' });
  });

  it('gives up a request that takes too long to arrive, though something comes all the time', async () => {
    answer = (request) => void request.resume();
    Object.assign(web.server, { requestTimeout: 100, headersTimeout: 100 });
    const head = 'POST /api/tickets HTTP/1.1\r\nHost: desk\r\nContent-Length: 100000\r\n\r\n';
    const { status, body } = await sendRaw(url, head, { piece: ' ', everyMs: 20 });
    expect([status, JSON.parse(body)]).toEqual([408, expect.objectContaining({ code: 'request_timeout' })]);
  });

  it.each(['/api/attachments', '/api/portal/attachments'])(
    'leaves it to the API how long a file may take to arrive at %s',
    async (path) => {
      answer = (request, response) => {
        let size = 0;
        request.on('data', (piece: Buffer) => (size += piece.length));
        request.on('end', () => response.end(String(size)));
      };
      Object.assign(web.server, { requestTimeout: 100, headersTimeout: 100 });
      // What comes too late is looked for every second.
      const head = `POST ${path} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\nContent-Length: 25\r\n\r\n`;
      const { status, body } = await sendRaw(url, head, { piece: ' ', everyMs: 100 });
      expect([status, body]).toEqual([200, '25']);
    },
  );
});
