import { BlockList, isIP, isIPv6 } from 'node:net';
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { LlmProxies } from '../../../config/settings.ts';

/** Deadlines are kept by those who ask; the library's own would end a model's loading. */
const NO_LIMIT = { headersTimeout: 0, bodyTimeout: 0 };

/** The way to an LLM's server: through the proxy that the settings name for its address, or straight. */
export function llmRoute(address: string, { http, https, bypass }: LlmProxies): Dispatcher {
  const { protocol, hostname } = new URL(address);
  const proxy = (protocol === 'https:' ? https : http)?.reveal();
  if (proxy === undefined || isInRange(hostname, bypass)) return new Agent(NO_LIMIT);
  return new EnvHttpProxyAgent({ ...NO_LIMIT, httpProxy: proxy, httpsProxy: proxy, noProxy: bypass });
}

/** NO_PROXY may name ranges of addresses, like 10.0.0.0/8, which the library does not read. */
function isInRange(hostname: string, bypass: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) === 0) return false;
  return bypass.split(/[\s,]+/).some((entry) => {
    const [, network = '', bits = ''] = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/i.exec(entry) ?? [];
    const family = isIPv6(network) ? 'ipv6' : 'ipv4';
    if (isIP(network) === 0 || Number(bits) > (family === 'ipv4' ? 32 : 128)) return false;
    const range = new BlockList();
    range.addSubnet(network, Number(bits), family);
    return range.check(host, isIPv6(host) ? 'ipv6' : 'ipv4');
  });
}
