import type { FastifyInstance } from 'fastify';

/**
 * Cuts the connection of a client that takes nothing of its answer for so long, as proxies do: what is meant for it would
 * stay in memory, and an export under way, for as long as it likes. Whoever reads slowly may.
 */
export function cutUntaken(fastify: FastifyInstance, patienceMs: number): void {
  fastify.addHook('onSend', (_request, { raw }, _payload, done) => {
    raw.setTimeout(patienceMs, () => {
      // Nothing waits for the client: it is the answer that takes its time.
      if (raw.writableLength === 0 && !raw.socket?.writableLength) raw.socket?.setTimeout(patienceMs);
      else raw.destroy();
    });
    done();
  });
}
