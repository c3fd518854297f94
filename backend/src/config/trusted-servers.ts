import { BlockList, isIP } from 'node:net';

/** In characters. */
export const AUTHSERV_ID_MAX = 253;
export const RELAYS_MAX = 50;

/** A wider network is a slip: whoever is in it can make mails look as if they came from anybody. In bits. */
const WIDEST = { 4: 8, 6: 16 } as const;
/** IPv4 written as IPv6: an IPv6 network with these in it is as wide as they are in IPv4. */
const MAPPED = { first: '::ffff:0:0', bits: 96 } as const;
const isMapped = addressesIn([`${MAPPED.first}/${String(MAPPED.bits)}`]);
const AUTHSERV_ID = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;

/** The name of a server by which it signs its `Authentication-Results`, in small letters; null for what is none. */
export function readAuthservId(text: string): string | null {
  const id = text.trim().toLowerCase();
  return id.length <= AUTHSERV_ID_MAX && AUTHSERV_ID.test(id) ? id : null;
}

/** An address or network as it is kept; null for what is none, or is too wide to be that of one's own servers. */
export function readNetwork(text: string): string | null {
  const [address = '', bits, ...more] = text.trim().toLowerCase().split('/');
  const version = isIP(address);
  if ((version !== 4 && version !== 6) || address.includes('%') || more.length > 0) return null;
  if (bits === undefined) return address;
  const longest = version === 4 ? 32 : 128;
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > longest || Number(bits) < WIDEST[version]) return null;
  const network = `${address}/${String(Number(bits))}`;
  return hasMuchOfIPv4(address, network, Number(bits)) ? null : network;
}

function hasMuchOfIPv4(address: string, network: string, bits: number): boolean {
  if (isIP(address) !== 6 || bits >= MAPPED.bits + WIDEST[4]) return false;
  return isMapped(address) || addressesIn([network])(MAPPED.first);
}

/** Says of addresses whether they are within these networks. */
export function addressesIn(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
