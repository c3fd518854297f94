import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.ts';
import { queryFault, tidyAddress } from './common/http/address.ts';
import { believeProxies } from './common/http/forwarded.ts';
import { readJsonBodies } from './common/http/json-bodies.ts';
import { answerOddRequests } from './common/http/odd-requests.ts';
import { requestId } from './common/http/request-id.ts';
import { securityHeaders } from './common/http/security-headers.ts';
import { hearOutTooLargeBodies } from './common/http/too-large-bodies.ts';
import { cutUntaken } from './common/http/untaken-answers.ts';
import { answerFrameworkError } from './common/problems/framework-errors.ts';
import { basePathOf, withoutBasePath } from './config/base-path.ts';
import { readEnvironment } from './config/environment.ts';
import { Settings } from './config/settings.ts';
import { answerHealthAlone } from './health-alone.ts';
import { ReadinessService } from './health/readiness.service.ts';
import { Metrics } from './metrics/metrics.ts';
import { measureRequests } from './metrics/request-metrics.ts';
import { DOCS_CONTENT_SECURITY_POLICY, serveDocs } from './openapi/document.ts';
import { stopServing } from './stop-serving.ts';

export const API_PREFIX = 'api';
const DOCS_ADDRESS = `/${API_PREFIX}/docs/`;

/** `/admin` is where people look for the admin section; it leads on to the web app. */
export const PREFIX_OPTIONS = { exclude: ['admin'] };

/** Room for a description of 20,000 characters in any script and any JSON escaping. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** From the first byte of a request to the last, however steadily they trickle in; looked after this often. */
const REQUEST_TIMEOUT_MS = 30_000;
const CHECKING_INTERVAL_MS = 1_000;

/** Whoever takes nothing of an answer for so long has left it, as proxies see it too. */
const UNTAKEN_MS = 60_000;

/** Puts a process of the back end together, ready to listen. Bodies are read as JSON alone. */
export async function createApp(variables: Record<string, string | undefined>): Promise<NestFastifyApplication> {
  const { WEB_URL } = readEnvironment(variables);
  const server = adapter({ basePath: basePathOf(WEB_URL) });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.from(variables), server, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix(API_PREFIX, PREFIX_OPTIONS);
  app.enableShutdownHooks();
  const settings = app.get(Settings);
  const fastify = app.getHttpAdapter().getInstance();
  if (settings.metrics) measureRequests(fastify, app.get(Metrics));
  believeProxies(fastify, settings.proxies);
  readJsonBodies(fastify);
  const security = securityHeaders({ contentSecurityPolicy: { directives: DOCS_CONTENT_SECURITY_POLICY } });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(security).header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onRequest', ({ url }, _reply, done) => {
    done(queryFault(url));
  });
  answerOddRequests(fastify);
  hearOutTooLargeBodies(fastify);
  cutUntaken(fastify, UNTAKEN_MS);
  const readiness = app.get(ReadinessService);
  stopServing(fastify, {
    isDraining: () => readiness.isDraining,
    // Nobody is sent to a worker.
    noticeMs: settings.servesApi ? settings.stopNoticeMs : 0,
    withinMs: settings.stopTimeoutMs,
  });
  if (!settings.servesApi) answerHealthAlone(fastify, API_PREFIX);
  // What the API answers is for this caller now, and for no cache.
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control') && !request.url.startsWith(DOCS_ADDRESS)) {
      void reply.header('cache-control', 'no-store');
    }
    const location = reply.getHeader('location');
    if (typeof location === 'string' && location.startsWith('/')) {
      void reply.header('location', settings.basePath + location);
    }
    done();
  });
  await app.register(cookie);
  await serveDocs(app);
  return app;
}

/**
 * Fastify with its limits: how much it reads, and how long it waits for a slow sender. What is asked for below the base
 * path is found with and without it, because some proxies in front take it away.
 */
export function adapter({ basePath = '' } = {}): FastifyAdapter {
  return new FastifyAdapter({
    routerOptions: { ignoreTrailingSlash: true },
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: {
      headersTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECKING_INTERVAL_MS,
      requireHostHeader: false,
    },
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: requestId,
    rewriteUrl: (request: IncomingMessage) => withoutBasePath(tidyAddress(request.url ?? '/'), basePath),
    // What is left of `X-Forwarded-*` is one value of a proxy that is believed; see `believeProxies`.
    trustProxy: (_address, hop) => hop === 0,
    frameworkErrors: answerFrameworkError,
  });
}
