import { createHmac, timingSafeEqual } from 'node:crypto';

const TOKEN = /\+t([1-9]\d{0,14})-([0-9a-f]{20})@/i;

/**
 * The address at which answers to a ticket arrive, with a token that nobody can make without the key:
 * `support+t123-<20 hex digits>@…`. Small letters only, as some servers write local parts small.
 * @throws RangeError when the mailbox is no address
 */
export function replyAddress(mailbox: string, ticket: number, key: string): string {
  const at = mailbox.lastIndexOf('@');
  if (at <= 0) throw new RangeError('A mailbox is an address.');
  return `${mailbox.slice(0, at)}${tokenOf(ticket)}${mark(ticket, key)}${mailbox.slice(at)}`;
}

/** How such an address names its ticket. */
export function tokenOf(ticket: number): string {
  return `+t${ticket}-`;
}

/** The ticket of the first address with a token of this key; null where none has one. */
export function ticketOfReply(addresses: readonly string[], key: string): number | null {
  for (const address of addresses) {
    const [, number, given] = TOKEN.exec(address) ?? [];
    if (number === undefined || given === undefined) continue;
    const ticket = Number(number);
    if (timingSafeEqual(Buffer.from(mark(ticket, key)), Buffer.from(given.toLowerCase()))) return ticket;
  }
  return null;
}

function mark(ticket: number, key: string): string {
  return createHmac('sha256', key).update(`reply to ticket ${ticket}`).digest('hex').slice(0, 20);
}
