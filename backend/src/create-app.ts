import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.ts';
import { requestId } from './common/http/request-id.ts';
import { answerFrameworkError } from './common/problems/framework-errors.ts';
import { readEnvironment } from './config/environment.ts';
import { DOCS_CONTENT_SECURITY_POLICY, serveDocs } from './openapi/document.ts';

export const API_PREFIX = 'api';
const DOCS_ADDRESS = `/${API_PREFIX}/docs/`;

/** `/admin` is where people look for the admin section; it leads on to the web app. */
export const PREFIX_OPTIONS = { exclude: ['admin'] };

/** Room for a description of 20,000 characters in any script and any JSON escaping. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** Puts the API together, ready to listen. Bodies are read as JSON alone. */
export async function createApp(variables: Record<string, string | undefined>): Promise<NestFastifyApplication> {
  const { TRUSTED_PROXIES } = readEnvironment(variables);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.from(variables), adapter(TRUSTED_PROXIES), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix(API_PREFIX, PREFIX_OPTIONS);
  app.enableShutdownHooks();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  // While stopping, a connection that stayed open for the next request would hold up the end.
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (!fastify.server.listening) void reply.header('connection', 'close');
    done();
  });
  closeUnusedConnections(fastify);
  // What the API answers is for this caller now, and for no cache.
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control') && !request.url.startsWith(DOCS_ADDRESS)) {
      void reply.header('cache-control', 'no-store');
    }
    done();
  });
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: { directives: DOCS_CONTENT_SECURITY_POLICY } });
  serveDocs(app);
  return app;
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

/** Fastify with its limits: how much it reads, and how long it waits for a slow sender. */
export function adapter(trustedProxies = 'loopback'): FastifyAdapter {
  return new FastifyAdapter({
    routerOptions: { ignoreTrailingSlash: true },
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: requestId,
    trustProxy: trustedProxies,
    frameworkErrors: answerFrameworkError,
  });
}
