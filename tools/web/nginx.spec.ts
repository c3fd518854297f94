import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

const NGINX = process.env['NGINX_BINARY'] ?? 'nginx';
/** Skipped where there is no nginx, as on a machine with nothing but npm; `NGINX_BINARY` names one that is not on the PATH. */
const whenThere = spawnSync(NGINX, ['-v']).status === 0 ? describe : describe.skip;

/** The configuration of the container, with folders and ports of this test in place of its own. */
function configuration(
  folder: string,
  values: Readonly<Record<string, string>>,
  ports: Readonly<Record<string, number>>,
) {
  const source = join(import.meta.dirname, '../../docker/nginx');
  const rendered = (file: string) =>
    readFileSync(join(source, file), 'utf8')
      .replaceAll(/\$\{([A-Z_]+)\}/g, (_, name: string) => values[name] ?? '')
      .replaceAll(/\/etc\/nginx|\/tmp(?=\/)|\/dev(?=\/std)/g, folder)
      .replaceAll(/listen (\d+)/g, (_, port: string) => `listen 127.0.0.1:${String(ports[port])}`);
  cpSync(join(source, 'desk'), join(folder, 'desk'), { recursive: true });
  mkdirSync(join(folder, 'conf.d'));
  for (const file of ['backend.conf', 'web.conf'])
    writeFileSync(join(folder, 'conf.d', file), rendered(`${file}.template`));
  for (const file of ['api.conf', 'proxy.conf', 'problems.conf', 'to-backend.conf', 'security-headers.conf'])
    writeFileSync(join(folder, 'desk', file), rendered(`desk/${file}`));
  writeFileSync(join(folder, 'mime.types'), 'types { text/html html; }');
  writeFileSync(join(folder, 'nginx.conf'), rendered('nginx.conf'));
}

whenThere('nginx, as the container has it', () => {
  let folder: string;
  let nginx: ChildProcess;
  let api: Server;
  let answer: (response: ServerResponse) => void;
  const urls: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desk-nginx-'));
    api = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1');
    await once(api, 'listening');
    const ports = { 8080: await freePort(), 8000: await freePort() };
    const address = `127.0.0.1:${String((api.address() as AddressInfo).port)}`;
    const values = {
      ...{ BACKEND_ADDRESS: address, BASE_PATH: '', NGINX_LOCAL_RESOLVERS: '127.0.0.1', TRUSTED_PROXIES: '10.0.0.0/8' },
    };
    configuration(folder, values, ports);
    nginx = spawn(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], { stdio: 'ignore' });
    urls.push(...Object.values(ports).map((port) => `http://127.0.0.1:${String(port)}`));
    answer = (response) => response.end('there');
    for (const url of urls)
      while (!(await fetch(`${url}/api/health/live`).catch(() => null)))
        if (nginx.exitCode !== null)
          throw new Error(`nginx did not start: ${readFileSync(join(folder, 'stderr'), 'utf8')}`);
  });

  afterAll(async () => {
    if (nginx.exitCode === null && nginx.kill('SIGTERM')) await once(nginx, 'exit');
    api.closeAllConnections();
    api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['the web app', 0],
    ['programs', 1],
  ])('passes events on to %s as they come, unchanged, and tells the API when the client goes', async (_, which) => {
    const asked = Promise.withResolvers<ServerResponse>();
    answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
      response.write('retry: 2000\n\n');
      asked.resolve(response);
    };
    const client = new AbortController();
    const headers = { 'accept-encoding': 'gzip, br' };
    const stream = await fetch(`${String(urls[which])}/api/events`, { signal: client.signal, headers });
    const text = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await text.read()).value).toBe('retry: 2000\n\n');
    const atApi = await asked.promise;
    for (const event of ['event: reset\ndata: {}\n\n', ': beat\n\n']) {
      atApi.write(event);
      expect((await text.read()).value).toBe(event);
    }
    expect(stream.headers.get('content-encoding')).toBeNull();
    const closed = once(atApi, 'close');
    client.abort();
    await closed;
  });
});
