import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Server, createServer, request as forward } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetch } from 'undici';
import { Secret } from '../../../config/secret.ts';
import { llmRoute } from './llm-route.ts';

// Real: a proxy, a server behind it, and one with a certificate that only its owner vouches for.
const support = join(import.meta.dirname, '../../../../test/support');
const authority = join(support, 'tls/own-authority.pem');
/** What starts processes takes a while on a busy machine. */
const PATIENCE_MS = 60_000;
const seen: string[] = [];

const proxy = createServer((request, response) => {
  seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
  request.pipe(forward(request.url ?? '', (answer) => answer.pipe(response)));
}).on('connect', ({ url = '', headers }, socket) => {
  seen.push(`CONNECT ${url} ${headers['proxy-authorization'] ?? ''}`.trim());
  const through = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    through.pipe(socket).pipe(through);
  });
  through.on('error', () => socket.destroy());
  socket.on('error', () => through.destroy());
});
const plain = createServer((_, response) => response.end('plain'));
const judged = '{"category": {"value": "billing"}, "priority": {"value": "high"}}';
const secure = createTlsServer(
  { cert: readFileSync(authority), key: readFileSync(join(support, 'tls/own-authority.key.pem')) },
  (_, response) => response.end(JSON.stringify({ choices: [{ message: { content: judged } }] })),
);

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

let ports: { proxy: number; plain: number; secure: number };
beforeAll(async () => {
  ports = { proxy: await listen(proxy), plain: await listen(plain), secure: await listen(secure) };
});
beforeEach(() => seen.splice(0));
afterAll(() => {
  for (const server of [proxy, plain, secure]) {
    server.close();
    server.closeAllConnections();
  }
});

async function askPlainly(bypass: string, host = '127.0.0.1'): Promise<readonly string[]> {
  const address = `http://${host}:${String(ports.plain)}/v1`;
  const http = new Secret(`http://127.0.0.1:${String(ports.proxy)}`);
  const dispatcher = llmRoute(address, { http, https: null, bypass });
  expect(await (await fetch(address, { dispatcher })).text()).toBe('plain');
  await dispatcher.destroy();
  return seen;
}

describe('the way to the LLM', () => {
  it('leads through the proxy', async () => {
    expect(await askPlainly('')).toEqual([`GET http://127.0.0.1:${String(ports.plain)}/v1`]);
  });

  it.each(['127.0.0.1', '*', 'a.example, 127.0.0.1', '127.0.0.0/8', '10.0.0.0/8,127.0.0.0/30'])(
    'leads past it for %s',
    async (bypass) => expect(await askPlainly(bypass)).toEqual([]),
  );

  it.each(['localhost', '.localhost', 'LOCALHOST'])('leads past it for %s by name', async (bypass) => {
    expect(await askPlainly(bypass, 'localhost')).toEqual([]);
  });

  it.each(['a.example', '10.0.0.0/8', '127.0.0.0/99', '127.0.0.1:1'])(
    'leads through it in spite of %s',
    async (bypass) => {
      expect(await askPlainly(bypass)).toHaveLength(1);
    },
  );

  async function askSecurely(environment: Record<string, string>, ...proxies: string[]): Promise<string> {
    const address = `https://localhost:${String(ports.secure)}/v1`;
    const { stdout } = await promisify(execFile)(process.execPath, [join(support, 'ask-llm.ts'), address, ...proxies], {
      env: { ...process.env, ...environment },
    });
    return stdout;
  }

  it(
    'ends at a certificate that nobody vouches for, which is told as what it is',
    async () => {
      expect(await askSecurely({})).toMatch(/^untrusted_certificate DEPTH_ZERO_SELF_SIGNED_CERT/);
    },
    PATIENCE_MS,
  );

  it(
    'goes on with an authority of one’s own, through a tunnel with a name and password too',
    async () => {
      const trusting = { NODE_EXTRA_CA_CERTS: authority };
      expect(await askSecurely(trusting)).toBe('answered');
      expect(await askSecurely(trusting, `http://me:hush@127.0.0.1:${String(ports.proxy)}`)).toBe('answered');
      expect(seen).toEqual([`CONNECT localhost:${String(ports.secure)} Basic ${btoa('me:hush')}`]);
    },
    PATIENCE_MS,
  );
});
