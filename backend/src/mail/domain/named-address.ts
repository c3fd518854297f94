import { ERASED_ADDRESS } from '../../forgetting/erased-address.ts';

/** Whether the bytes of a mail name one of these addresses, where it is no part of another one. */
export function namesAddress(raw: Buffer, addresses: readonly string[]): boolean {
  return addresses.length > 0 && anyOf(addresses).test(raw.toString('latin1'));
}

/** The same mail with an address that nobody has in the place of these. */
export function withoutAddresses(raw: Buffer, addresses: readonly string[]): Buffer {
  if (addresses.length === 0) return raw;
  return Buffer.from(raw.toString('latin1').replace(anyOf(addresses), ERASED_ADDRESS), 'latin1');
}

/** Finds addresses in bytes that are read as one character each; what stands before one may be a byte that the mail escapes. */
function anyOf(addresses: readonly string[]): RegExp {
  const all = addresses.map(literally).join('|');
  return new RegExp(`(?<=^|[^a-z0-9._+-]|[=%][0-9a-f]{2})(?:${all})(?![a-z0-9-]|\\.[a-z0-9])`, 'gi');
}

function literally(address: string): string {
  return Buffer.from(address)
    .toString('latin1')
    .replace(/[^a-z0-9]/gi, '\\$&');
}
