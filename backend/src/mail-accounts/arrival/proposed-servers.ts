import { isIP } from 'node:net';
import type { TrustedServers } from '../domain/trusted-servers.ts';
import type { HeaderLine } from './header-lines.ts';
import { type ReceivedFrom, mailPath } from './mail-path.ts';
import { ownResults } from './own-results.ts';

/** So many mails, of so many domains, say how mails arrive: fewer may be of one customer. */
export const MAILS_NEEDED = 5;
export const DOMAINS_NEEDED = 3;
/** A mail does not pass more servers of ours. */
const HOPS_MAX = 6;

/**
 * Which servers seem to stand before a mailbox, by mails that lie in it: those that all of them came through, one behind the other, and
 * whose results then stand where nobody outside can have put them: those of the outermost, as one behind it finds that mails come from
 * there. Null where the mails are too few to tell.
 */
export function proposedServers(
  mails: readonly (readonly HeaderLine[])[],
  typed: TrustedServers,
  read: (received: string) => ReceivedFrom,
): TrustedServers | null {
  const domains = new Set(mails.map(domainOf));
  if (mails.length < MAILS_NEEDED || domains.size < DOMAINS_NEEDED) return null;
  let relays = typed.relays;
  for (let hops = 0; hops < HOPS_MAX; hops++) {
    const network = networkOf(mails.map((lines) => mailPath(lines, { relays }, read).client?.address ?? null));
    if (network === null) break;
    relays = [...relays, network];
  }
  const ids = mails.map((lines) => ownResults(mailPath(lines, { relays }, read)).at(-1)?.id ?? '');
  return { authservId: typed.authservId ?? commonDomain(ids), relays };
}

/** Who a mail says it is from; how it is written does not matter, as mails are only told apart by it. */
function domainOf(lines: readonly HeaderLine[]): string {
  const from = lines.find(({ name }) => name === 'from')?.value ?? '';
  return /@([^\s>@]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? '';
}

/** The network that all addresses are of: 256 of the old kind, or what one provider is given of the new one (/32). */
function networkOf(addresses: readonly (string | null)[]): string | null {
  const networks = new Set(addresses.map((address) => (address === null ? null : around(address))));
  const [network = null, ...others] = networks;
  return others.length === 0 ? network : null;
}

function around(address: string): string | null {
  if (isIP(address) === 4) return address.replace(/\.\d+$/, '.0/24');
  const [first = '', second = ''] = address.toLowerCase().split(':');
  return first === '' || second === '' ? address : `${first}:${second}::/32`;
}

/** The name that all have, or its part that they share: a provider has several servers; null where that says nothing. */
function commonDomain(ids: readonly string[]): string | null {
  const [first = '', ...others] = new Set(ids);
  const labels = first.split('.');
  const shared = labels.map((_, at) => labels.slice(at).join('.'));
  const least = others.length === 0 ? 1 : 2;
  const common = shared.find((name) => others.every((id) => id === name || id.endsWith(`.${name}`)));
  return common !== undefined && common !== '' && common.split('.').length >= least ? common : null;
}
