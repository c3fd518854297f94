import type { FastifyInstance } from 'fastify';

/** Lets a process answer health checks and nothing else: whatever else is asked of it is not found. */
export function answerHealthAlone(fastify: FastifyInstance, prefix: string): void {
  const health = new RegExp(`^/${prefix}/health/(live|ready)/?$`);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (health.test(request.routeOptions.url ?? '')) done();
    else reply.callNotFound();
  });
}
