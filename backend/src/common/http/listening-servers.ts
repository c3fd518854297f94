import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';

/**
 * Does something with every server of Fastify. A name like `localhost` may stand for two addresses: then Fastify makes a
 * second server when it begins to listen, which it lists under a symbol of its own and hands no listeners on to.
 */
export function forEveryServer(fastify: FastifyInstance, prepare: (server: Server) => void): void {
  prepare(fastify.server);
  fastify.addHook('onListen', (done) => {
    const symbol = Object.getOwnPropertySymbols(fastify).find(
      ({ description }) => description === 'fastify.serverBindings',
    );
    const others = symbol === undefined ? [] : ((fastify as unknown as Record<symbol, unknown>)[symbol] as Server[]);
    others.filter((server) => server !== fastify.server).forEach(prepare);
    done();
  });
}
