import { randomUUID } from 'node:crypto';

/** A Message-ID that no other mail has, in the domain of an address; without brackets. */
export function newMessageId(address: string): string {
  return `${randomUUID()}@${address.slice(address.lastIndexOf('@') + 1)}`;
}
