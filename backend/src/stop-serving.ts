import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Makes the end of a server orderly: answers under way, streams too, are sent to their end, nothing new is taken on an old
 * connection, and after `withinMs` what is still open is cut.
 */
export function stopServingWithin(fastify: FastifyInstance, withinMs: number): void {
  // While stopping, a connection that stayed open for the next request would hold up the end.
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (!fastify.server.listening) void reply.header('connection', 'close');
    done();
  });
  closeUnusedConnections(fastify);
  fastify.addHook('preClose', (done) => {
    const cut = setTimeout(() => fastify.server.closeAllConnections(), withinMs);
    fastify.server.once('close', () => clearTimeout(cut));
    done();
  });
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
