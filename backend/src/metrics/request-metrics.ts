import type { FastifyInstance } from 'fastify';
import { isEndless } from './endless.decorator.ts';
import type { Metrics } from './metrics.ts';

/** In seconds. Most answers take milliseconds; a person notices a tenth, and gives up after some seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Counts requests and how long they take, by the pattern of their route, never by their address. An answer that its client
 * did not wait for counts as `aborted`, and has no duration; nor has one without an end of its own.
 */
export function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  const count = metrics.counter({
    name: 'desk_http_requests_total',
    help: 'Requests by method, route and status of the answer; aborted when the client left before its end.',
    labels: ['method', 'route', 'status'],
  });
  const took = metrics.duration({
    name: 'desk_http_request_duration_seconds',
    help: 'From a request to the end of its answer.',
    labels: ['method', 'route'],
    bounds: BOUNDS,
  });
  fastify.addHook('onRequest', (request, { raw }, done) => {
    const began = performance.now();
    const method = METHODS.has(request.method) ? request.method : 'other';
    const route = request.routeOptions.url ?? 'none';
    raw.once('close', () => {
      count({ method, route, status: raw.writableFinished ? String(raw.statusCode) : 'aborted' });
      if (raw.writableFinished && !isEndless(request)) took({ method, route }, (performance.now() - began) / 1000);
    });
    done();
  });
}
