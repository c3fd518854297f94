import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { closeAtQuietMoment } from './quiet-close.ts';

/** A proxy that has opened a connection asks on it at once; whoever has asked nothing for so long opened it in advance. */
const UNUSED_MS = 500;

/** How a server ends. */
export interface Stopping {
  /** Whether the process was asked to stop. */
  readonly isDraining: () => boolean;
  /** For how long it goes on as before, so that others hear of it, in milliseconds; less than `withinMs`. */
  readonly noticeMs: number;
  /** How long all of it may take, in milliseconds. */
  readonly withinMs: number;
}

/**
 * Makes the end of a server orderly. Once the process is draining, connections end with their answer. For as long as is given
 * notice, and while the answers that were under way are sent to their end, streams too, whoever has not heard of it is answered
 * still, and so are health checks. Then connections that nobody used since are closed, and nobody gets in; whoever got in just
 * before is answered, and when the time is up what is still open is cut.
 */
export function stopServing(fastify: FastifyInstance, { isDraining, noticeMs, withinMs }: Stopping): void {
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
  const unused = unusedConnections(fastify);
  fastify.addHook('preClose', async () => {
    if (!fastify.server.listening) return;
    const began = performance.now();
    const cut = setTimeout(() => fastify.server.closeAllConnections(), withinMs);
    fastify.server.once('close', () => clearTimeout(cut));
    await Promise.all([wait(noticeMs), ...[...underWay].map(closed)]);
    await closeAtQuietMoment(fastify.server, began + withinMs - performance.now());
    for (const socket of unused) setTimeout(() => unused.has(socket) && socket.destroy(), UNUSED_MS).unref();
  });
}

function closed(answer: ServerResponse): Promise<void> {
  return new Promise((resolve) => answer.once('close', resolve));
}

/** A browser opens connections in advance. One on which nothing was asked yet counts as busy, and would hold up the end. */
function unusedConnections(fastify: FastifyInstance): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  fastify.server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  return unused;
}
