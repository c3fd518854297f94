import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { createProxyServer } from 'httpxy';
import { API_SILENT, API_UNREACHABLE, type WebProblem, written } from './api-problems.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Whether a request brings a file, for which there is a limit of time of its own. */
export function isUpload(url: string): boolean {
  return /^\/api\/(portal\/)?attachments\/?(\?|$)/.test(url);
}

export interface ApiProxyOptions {
  readonly apiUrl: string;
  /** By which the API knows that it is this proxy that says who asks; without one it believes nobody. */
  readonly proxySecret?: string;
  /** How long the API may say nothing. */
  readonly patienceMs: number;
}

/** Whether a request is for the API and not for the web app. */
export function isForApi(url: string): boolean {
  return url === '/api' || url.startsWith('/api/') || url.startsWith('/api?');
}

/**
 * Hands requests to the API unchanged, as a stream in both directions. When the client goes away the API's request is
 * ended too, so that it can stop working on it; an API that says nothing for too long is given up.
 */
export function createApiProxy({ apiUrl, proxySecret, patienceMs }: ApiProxyOptions): {
  readonly handle: Handler;
  /** Ends answers that have no end of their own, like streams of events. */
  readonly endStreams: () => void;
  readonly close: () => void;
} {
  const agent = new Agent({ keepAlive: true });
  const silent = new WeakSet<IncomingMessage>();
  const proxy = createProxyServer({ target: targetOf(apiUrl), agent, xfwd: true });
  proxy.on('proxyReq', (toApi, request) => {
    toApi.setTimeout(patienceMs, () => {
      silent.add(request);
      toApi.destroy();
    });
  });
  const streams = new Set<ServerResponse>();
  proxy.on('proxyRes', ({ headers }, request, response) => {
    // What the API does with its own connection; the client's, on which a body may still be coming, is another one.
    if (!request.complete) delete headers.connection;
    const isStream = headers['content-type']?.startsWith('text/event-stream') === true;
    if (!isStream || !('writeHead' in response)) return;
    streams.add(response);
    response.once('close', () => streams.delete(response));
  });
  proxy.on('error', (_error, request, response) => {
    if (!request || !response || !('writeHead' in response)) return;
    answer(silent.has(request) ? API_SILENT : API_UNREACHABLE, request, response);
  });
  return {
    handle: (request, response) => {
      // Only the proxy itself knows who asks and how; attempts to sign in are counted by address, for example.
      delete request.headers['x-forwarded-for'];
      delete request.headers['x-forwarded-host'];
      delete request.headers['x-forwarded-proto'];
      delete request.headers['x-desk-proxy'];
      if (proxySecret !== undefined) request.headers['x-desk-proxy'] = proxySecret;
      void proxy.web(request, response);
    },
    endStreams: () => streams.forEach((response) => response.destroy()),
    close: () => agent.destroy(),
  };
}

/** An IPv6 address stands in brackets in a URL, and without them where a connection is made. */
export function targetOf(apiUrl: string): { readonly protocol: string; readonly host: string; readonly port: string } {
  const { protocol, hostname, port } = new URL(apiUrl);
  return { protocol, host: hostname.replace(/^\[(.+)\]$/, '$1'), port };
}

function answer(problem: WebProblem, { url = '/' }: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { headers, body } = written(problem, url);
  response.writeHead(problem.status, headers);
  response.end(body);
}
