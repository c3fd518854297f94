import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Whoever sends nothing for so long, and does not hang up, is hung up on. */
const SILENCE_MS = 5_000;

/**
 * Lets those who send too large a body hear so: the connection ends with the answer, and what is still on its way is thrown away until
 * they hang up or their time is over. Closed at once, TCP would reset it, and take the answer from them (RFC 9112, section 9.6).
 */
export function hearOutTooLargeBodies(fastify: FastifyInstance): void {
  fastify.addHook('onSend', ({ raw }, reply, _payload, done) => {
    if (reply.statusCode === 413 && !raw.complete) {
      reply.raw.once('finish', () => raw.resume());
      closeGently(raw.socket);
    }
    done();
  });
}

function closeGently(socket: Socket): void {
  // Node calls it once the answer is written; whoever calls it after that means it.
  socket.destroySoon = () => {
    Reflect.deleteProperty(socket, 'destroySoon');
    socket.end();
    socket.setTimeout(SILENCE_MS, () => socket.destroy());
  };
}
