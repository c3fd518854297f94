import { type Server, createServer } from 'node:http';
import fastify from 'fastify';
import { forEveryServer } from './listening-servers.ts';

describe('the servers of an API that listens on a name of two addresses', () => {
  it('are all prepared', async () => {
    const api = fastify();
    const second = createServer();
    // As Fastify does it, on a machine whose localhost has only one address too.
    const symbol = Object.getOwnPropertySymbols(api).find(
      ({ description }) => description === 'fastify.serverBindings',
    );
    const prepared: Server[] = [];
    forEveryServer(api, (server) => prepared.push(server));
    api.addHook('onReady', async () => {
      (api as unknown as Record<symbol, Server[]>)[symbol ?? Symbol('unknown')]?.push(second);
    });
    await api.listen({ port: 0, host: '127.0.0.1' });
    expect(prepared).toEqual([api.server, second]);
    await api.close();
  });
});
