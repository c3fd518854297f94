import { BlockList, isIP, isIPv6 } from 'node:net';

/** The address under which this machine itself reaches a server that listens on `host`. */
export function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${isIPv6(reachable) ? `[${reachable}]` : reachable}:${port}`;
}

/** The address under which a server that listens on `host` is reached by another process of this desk, and by no other. */
export function upstreamUrl(host: string, port: number): string {
  if (host === '0.0.0.0') return localUrl('127.0.0.1', port);
  return localUrl(host === '::' ? '::1' : host, port);
}

/** A host as it is listened on: people also write IPv6 addresses as they stand in a URL, like `[::1]`. */
export function withoutBrackets(host: string): string {
  return /^\[(.+)\]$/.exec(host)?.[1] ?? host;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether a server that listens on `host` is reached from its own machine alone. */
export function isLoopback(host: string): boolean {
  if (host.toLowerCase() === 'localhost') return true;
  return isIP(host) !== 0 && LOOPBACK.check(host, isIPv6(host) ? 'ipv6' : 'ipv4');
}
