import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import type { ProxySettings } from '../../config/settings.ts';

/** Carries the secret by which a proxy that shares it shows who it is. */
const PROXY_MARK = 'x-desk-proxy';
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'] as const;

/**
 * Takes the headers `X-Forwarded-*` from every request but those of a proxy that is believed, before anybody reads them.
 * An address alone proves little where others share it, as all programs of one machine do: there the mark counts. What
 * stays is one value each, of the client itself.
 */
export function believeProxies(fastify: FastifyInstance, { trusted, secret }: ProxySettings): void {
  const isTrusted = trusted === 'none' ? () => false : proxyAddr.compile(trusted.split(',').map((part) => part.trim()));
  fastify.addHook('onRequest', ({ raw }, _reply, done) => {
    const { headers, socket } = raw;
    const isMarked = secret !== null && isSame(headers[PROXY_MARK], secret.reveal());
    // Nobody else needs to know it.
    Reflect.deleteProperty(headers, PROXY_MARK);
    if (isMarked || isTrusted(socket.remoteAddress ?? '', 0)) {
      put(headers, 'x-forwarded-for', clientOf(raw, isTrusted));
      put(headers, 'x-forwarded-host', firstOf(headers['x-forwarded-host']));
      put(headers, 'x-forwarded-proto', schemeOf(headers['x-forwarded-proto']));
    } else for (const name of FORWARDED) put(headers, name, undefined);
    done();
  });
}

/** The last in the list that is no proxy's; some write a port behind it. What is no address is nobody's. */
function clientOf(request: IncomingMessage, isTrusted: (address: string, hop: number) => boolean): string | undefined {
  const client = proxyAddr(request, (address, hop) => hop === 0 || isTrusted(address, hop));
  return [client, client.replace(/:\d+$/, ''), /^\[(.+)\](:\d+)?$/.exec(client)?.[1]].find(
    (address) => address !== undefined && isIP(address) !== 0,
  );
}

/** Schemes are written in any case. */
function schemeOf(value: string | string[] | undefined): string | undefined {
  const scheme = firstOf(value)?.toLowerCase();
  return scheme === 'http' || scheme === 'https' ? scheme : undefined;
}

/** Where every proxy adds what it saw, the first is what the client used. */
function firstOf(value: string | string[] | undefined): string | undefined {
  return (
    String(value ?? '')
      .split(',', 1)[0]
      ?.trim() || undefined
  );
}

function put(headers: IncomingHttpHeaders, name: (typeof FORWARDED)[number], value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(headers, name);
  else headers[name] = value;
}

function isSame(given: string | string[] | undefined, secret: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
