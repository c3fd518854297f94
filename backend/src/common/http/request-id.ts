import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Takes over the caller's X-Request-Id when it is harmless to log and to echo, otherwise makes a new one. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}
