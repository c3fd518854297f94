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
  const proxy = createProxyServer({ target: apiUrl, agent, xfwd: true });
  proxy.on('error', (_error, _request, response) => {
    if (response && 'writeHead' in response) answerUnavailable(response);
  });
  return { handle: (request, response) => void proxy.web(request, response), close: () => agent.destroy() };
}

function answerUnavailable(response: ServerResponse): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const problem = {
    type: 'about:blank',
    title: 'Bad Gateway',
    status: 502,
    detail: 'The API does not answer. Try again in a moment.',
    code: 'api_unreachable',
  };
  response.writeHead(502, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify(problem));
}
