import { subscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import { context } from '@opentelemetry/api';
import { getRPCMetadata } from '@opentelemetry/core';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import {
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { FastifyInstance } from 'fastify';
import { APP_VERSION } from '../config/app-version.ts';
import { keepErrorsQuiet } from './quiet-errors.ts';

/** Asked every few seconds by whoever watches over the process. */
const WATCHERS = /^\/(metrics|.*api\/health\/)/;

/**
 * Begins to trace: a span for each request, and below it one for each statement, sent where the variables of OpenTelemetry
 * say. A span holds the path without its query, and a statement without its values; what PostgreSQL says of an error stays here.
 * Call it before anything else loads HTTP or pg.
 */
export function startTracing(): void {
  const pg = new PgInstrumentation({ requireParentSpan: true });
  keepErrorsQuiet(pg);
  const http = new HttpInstrumentation({
    disableOutgoingRequestInstrumentation: true,
    ignoreIncomingRequestHook: ({ url = '' }) => WATCHERS.test(url),
    // People search for names.
    startIncomingSpanHook: () => ({ 'url.query': undefined }),
  });
  const sdk = new NodeSDK({
    resource: resourceFromAttributes({
      'service.name': 'support-ticket-system',
      'service.version': APP_VERSION,
    }),
    // The other detectors tell of the machine and the command line.
    resourceDetectors: [resourceAttributesEnvDetector, serviceNameEnvDetector],
    instrumentations: [http, pg],
    metricReaders: [],
    logRecordProcessors: [],
  });
  sdk.start();
  // Prototypes are watched, so that it does not matter who loads these how.
  const load = createRequire(import.meta.url);
  for (const name of ['node:http', 'pg']) load(name);
  subscribe('fastify.initialization', (message) => {
    const { fastify } = message as { fastify: FastifyInstance };
    nameByRoute(fastify);
    fastify.addHook('onClose', () => sdk.shutdown());
  });
}

/** A span is called by the pattern of its route. */
function nameByRoute(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const metadata = getRPCMetadata(context.active());
    if (metadata && request.routeOptions.url !== undefined) metadata.route = request.routeOptions.url;
    done();
  });
}
