import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import compress from '@fastify/compress';
import serveStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { answerClientError, leaveTimeToApi } from './api-problems.ts';
import { createApiProxy, isForApi, isUpload } from './api-proxy.ts';
import { withoutBasePath } from './base-path.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Answers that are still being sent are cut when stopping takes longer than this. */
const CLOSE_PATIENCE_MS = 5_000;

/** From the first byte of a request to the last, as long as the API itself gives; looked after this often. */
const REQUEST_TIMEOUT_MS = 30_000;
const CHECKING_INTERVAL_MS = 1_000;
const LIMITS = {
  requestTimeout: REQUEST_TIMEOUT_MS,
  headersTimeout: REQUEST_TIMEOUT_MS,
  connectionsCheckingInterval: CHECKING_INTERVAL_MS,
};
/** Longer than the slowest suggestion, as nginx has it. */
const API_PATIENCE_MS = 75_000;

export interface WebServerOptions {
  /** The built web app. */
  readonly folder: string;
  /** Where requests under /api go. */
  readonly apiUrl: string;
  /** By which the API knows this server. */
  readonly proxySecret?: string;
  /** How long the API may say nothing, in milliseconds. */
  readonly apiPatienceMs?: number;
  /** The path below which people reach the desk, without a slash at its end. Requests come with and without it. */
  readonly basePath?: string;
}

/** Serves the web app's production build on one address with the API, as nginx does in the containers. */
export async function createWebServer({
  folder,
  apiUrl,
  proxySecret,
  basePath = '',
  apiPatienceMs = API_PATIENCE_MS,
}: WebServerOptions): Promise<FastifyInstance> {
  const proxy = createApiProxy({ apiUrl, proxySecret, patienceMs: apiPatienceMs });
  const app = fastify({
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    rewriteUrl: ({ url = '/' }) => withoutBasePath(url, basePath),
    serverFactory: (webApp) =>
      createServer(LIMITS, (request, response) => {
        const path = withoutBasePath(request.url ?? '/', basePath);
        if (isUpload(path)) leaveTimeToApi(request);
        if (isForApi(path)) proxy.handle(request, response);
        else webApp(request, response);
      }),
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  await app.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false });
  // As nginx does in the containers; see docker/nginx/web.conf.template.
  const page = async (_request: unknown, reply: FastifyReply) => {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
    return html.replace('<base href="/"', `<base href="${basePath}/"`);
  };
  app.get('/', page);
  app.get('/index.html', page);
  await app.register(serveStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControl(path)),
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && extname(path) === '';
    if (isPage) return page(request, reply);
    return reply.code(404).type('text/plain').send('Not found');
  });
  app.addHook('preClose', async () => {
    proxy.endStreams();
    setTimeout(() => app.server.closeAllConnections(), CLOSE_PATIENCE_MS).unref();
  });
  app.addHook('onClose', async () => proxy.close());
  return app;
}

/** The build puts a hash of the content into the names of scripts and styles, so a name never changes its content. */
function cacheControl(path: string): string {
  if (/-[\w-]{8}\.(js|css)$/.test(path)) return 'public, max-age=31536000, immutable';
  return /\/(fonts|media)\//.test(path) ? 'public, max-age=604800' : 'no-cache';
}
