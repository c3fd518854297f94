import { randomUUID } from 'node:crypto';
import { domainIn } from '../../contacts/mail-address.ts';

/** A Message-ID that no other mail has, in the domain of an address; without brackets. */
export function newMessageId(address: string): string {
  return `${randomUUID()}@${domainIn(address)}`;
}
