import { once } from 'node:events';
import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ContainerNginx, HAS_NGINX, NGINX_MISSING, startContainerNginx } from './container-nginx.ts';

/** Beyond what a body without a file may be (`client_max_body_size`). */
const LARGE = 400_000;
const whenThere = HAS_NGINX ? describe : describe.skip;

whenThere(`nginx, as the container has it${HAS_NGINX ? '' : ` (skipped: ${NGINX_MISSING})`}`, () => {
  let nginx: ContainerNginx;
  let api: Server;
  let answer: (response: ServerResponse) => void;

  beforeAll(async () => {
    api = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1');
    await once(api, 'listening');
    answer = (response) => response.end('there');
    nginx = await startContainerNginx([`127.0.0.1:${String((api.address() as AddressInfo).port)}`]);
  });

  afterAll(async () => {
    await nginx.stop();
    api.closeAllConnections();
    api.close();
  });

  it.each([
    ['the web app', 'web'],
    ['programs', 'api'],
  ] as const)(
    'passes events on to %s as they come, unchanged, and tells the API when the client goes',
    async (_, at) => {
      const asked = Promise.withResolvers<ServerResponse>();
      answer = (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
        response.write('retry: 2000\n\n');
        asked.resolve(response);
      };
      const client = new AbortController();
      const headers = { 'accept-encoding': 'gzip, br' };
      const stream = await fetch(`${nginx[at]}/api/events`, { signal: client.signal, headers });
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
    },
  );

  it.each([
    ['the web app', 'web', '/api/attachments'],
    ['the web app', 'web', '/api/portal/attachments'],
    ['programs', 'api', '/api/attachments'],
    ['programs', 'api', '/api/portal/attachments'],
  ] as const)('takes files of %s at any size, and no other large bodies (%s%s)', async (_, at, path) => {
    answer = (response) => {
      let size = 0;
      response.req.on('data', (piece: Buffer) => (size += piece.length));
      response.req.on('end', () => response.end(String(size)));
    };
    const post = (to: string) => fetch(nginx[at] + to, { method: 'POST', body: Buffer.alloc(LARGE) });
    expect(await (await post(path)).text()).toBe(String(LARGE));
    expect((await post('/api/portal/tickets')).status).toBe(413);
  });
});
