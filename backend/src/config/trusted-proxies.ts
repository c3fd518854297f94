import { isIP } from 'node:net';

const NAMES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Whether a text names proxies: names of networks, addresses, and address ranges, or `none`. */
export function isProxyList(text: unknown): boolean {
  if (text === 'none') return true;
  return typeof text === 'string' && text.split(',').every((part) => isProxy(part.trim()));
}

function isProxy(text: string): boolean {
  if (NAMES.has(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
