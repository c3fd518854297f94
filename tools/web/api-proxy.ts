import { randomUUID } from 'node:crypto';
import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { createProxyServer } from 'httpxy';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Whether a request is for the API and not for the web app. */
export function isForApi(url: string): boolean {
  return url === '/api' || url.startsWith('/api/') || url.startsWith('/api?');
}

/**
 * Hands requests to the API unchanged, as a stream in both directions. When the client goes away the API's request is
 * ended too, so that it can stop working on it.
 */
export function createApiProxy(apiUrl: string): { readonly handle: Handler; readonly close: () => void } {
  const agent = new Agent({ keepAlive: true });
  const proxy = createProxyServer({ target: targetOf(apiUrl), agent, xfwd: true });
  proxy.on('error', (_error, request, response) => {
    if (response && 'writeHead' in response) answerUnavailable(request?.url ?? '', response);
  });
  return {
    handle: (request, response) => {
      // Only the proxy itself knows who asks and how; attempts to sign in are counted by address, for example.
      delete request.headers['x-forwarded-for'];
      delete request.headers['x-forwarded-host'];
      delete request.headers['x-forwarded-proto'];
      void proxy.web(request, response);
    },
    close: () => agent.destroy(),
  };
}

/** An IPv6 address stands in brackets in a URL, and without them where a connection is made. */
export function targetOf(apiUrl: string): { readonly protocol: string; readonly host: string; readonly port: string } {
  const { protocol, hostname, port } = new URL(apiUrl);
  return { protocol, host: hostname.replace(/^\[(.+)\]$/, '$1'), port };
}

/** Says what nginx says in the containers; see docker/nginx/desk/problems.conf. */
function answerUnavailable(url: string, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const requestId = randomUUID();
  const problem = {
    type: 'urn:problem:api_unreachable',
    title: 'The API cannot be reached right now',
    status: 502,
    detail: 'Please try again in a moment.',
    instance: url.split('?', 1)[0],
    code: 'api_unreachable',
    request_id: requestId,
  };
  response.writeHead(502, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'retry-after': '5',
    'x-request-id': requestId,
  });
  response.end(JSON.stringify(problem));
}
