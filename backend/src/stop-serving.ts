import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Makes the end of a server orderly. Once the process `isDraining`, connections end with their answer. While the answers
 * that were under way are sent to their end, streams too, whoever has not heard of it is answered still, and so are health
 * checks. Then nobody gets in, and after `withinMs` what is still open is cut.
 */
export function stopServingWithin(fastify: FastifyInstance, withinMs: number, isDraining: () => boolean): void {
  const underWay = new Set<ServerResponse>();
  fastify.addHook('onRequest', (_request, { raw }, done) => {
    underWay.add(raw);
    raw.once('close', () => underWay.delete(raw));
    done();
  });
  // A connection that stayed open for the next request would hold up the end.
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (isDraining()) void reply.header('connection', 'close');
    done();
  });
  fastify.addHook('preClose', async () => {
    const cut = setTimeout(() => fastify.server.closeAllConnections(), withinMs);
    fastify.server.once('close', () => clearTimeout(cut));
    await Promise.all([...underWay].map(closed));
  });
  closeUnusedConnections(fastify);
}

function closed(answer: ServerResponse): Promise<void> {
  return new Promise((resolve) => answer.once('close', resolve));
}

/** A browser opens connections in advance. One on which nothing was asked yet counts as busy, and would hold up the end. */
function closeUnusedConnections(fastify: FastifyInstance): void {
  const unused = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  fastify.server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  fastify.addHook('preClose', (done) => {
    for (const socket of unused) socket.destroy();
    done();
  });
}
