import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../free-port.ts';

/** The proxy of the development server, in the environment that `npm run dev` gives it. */
async function proxyWith(environment: Record<string, string>): Promise<unknown> {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    const { default: routes } = (await import(`../../frontend/proxy.conf.mjs?${JSON.stringify(environment)}`)) as {
      default: Readonly<Record<string, unknown>>;
    };
    return routes['/api'];
  } finally {
    process.env = before;
  }
}

describe('the proxy of npm run dev', () => {
  it('tells the API who asks, with the mark by which it is believed', async () => {
    expect(await proxyWith({ API_URL: 'http://[::1]:8123', PROXY_SECRET: 'shared' })).toEqual({
      target: { protocol: 'http:', host: '::1', port: '8123' },
      xfwd: true,
      headers: { 'x-desk-proxy': 'shared' },
    });
  });

  it('passes events on as they come, and tells the API when the client goes', async () => {
    const asked = Promise.withResolvers<ServerResponse>();
    const api = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 2000\n\n');
      asked.resolve(response);
    }).listen(0, '127.0.0.1');
    await once(api, 'listening');
    const port = String(await freePort());
    const web = fork(new URL('hold-dev-proxy.js', import.meta.url), {
      env: { API_URL: `http://127.0.0.1:${String((api.address() as AddressInfo).port)}`, PORT: port },
      execArgv: [],
    });
    await once(web, 'message');
    const client = new AbortController();
    const headers = { 'accept-encoding': 'gzip, br' };
    const stream = await fetch(`http://127.0.0.1:${port}/api/events`, { signal: client.signal, headers });
    const text = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await text.read()).value).toBe('retry: 2000\n\n');
    const atApi = await asked.promise;
    for (const event of ['event: reset\ndata: {}\n\n', ': beat\n\n']) {
      atApi.write(event);
      expect((await text.read()).value).toBe(event);
    }
    const closed = once(atApi, 'close');
    client.abort();
    await closed;
    web.disconnect();
    await once(web, 'exit');
    api.close();
  });
});
