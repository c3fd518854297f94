import { isIP } from 'node:net';
import { type Clause, getClientAddress, parseReceived } from 'mailauth/lib/parse-received.js';
import { isHouseAddress } from './house-address.ts';
import type { ReceivedFrom } from './mail-path.ts';

/** A server that passes a mail on within itself begins so. */
const WITHIN = /^(?:by\b|\()/i;
/** What lays mails into mailboxes of its own server (RFC 2033): nobody outside speaks it. */
const TO_STORE = /^lmtps?a?\b/i;
/** What the other side calls itself, in words that are in small letters: first of all, or behind `helo=`. */
const CLAIMED = /^from \S+|\b(?:helo|ehlo)=\S+/g;
/** In front of a comment with such a word Exim and others write the address, where it has no name. */
const CALLED = /(?:^|\s)(?:helo|ehlo|ident|port)[ =]/i;
const COMMENT = /\((?:[^()]|\([^()]*\))*\)/g;
const NOBODY: ReceivedFrom = { helo: null, address: null, isLiteral: false };

/** Reads from the value of a field `Received` who gave the mail; also of Exchange, which writes addresses without brackets. */
export function receivedFrom(value: string): ReceivedFrom {
  if (WITHIN.test(value)) return NOBODY;
  const { from = {}, with: protocol = {} } = parseReceived(`Received:${value}`) || {};
  const { value: helo = '', comment = '' } = from;
  const written = addressesBeforeBy(value);
  const literal = isIP(comment) === 0 ? literalIn(from, written) : null;
  const address = literal ?? (isIP(comment) === 0 ? null : comment);
  const isLocal = address === null ? comment === '' && written.length === 0 : isHouseAddress(address);
  if (isLocal && TO_STORE.test(protocol.value ?? '')) return NOBODY;
  return { helo, address, isLiteral: literal !== null };
}

/**
 * The address in brackets, where nothing speaks against it: what the other side calls itself (`EHLO x([192.0.2.7])by`) or has in its
 * certificate may look like one. In front of the comment it counts where that has what the other side called itself (Exim).
 */
function literalIn(from: Clause, written: readonly string[]): string | null {
  const literal = getClientAddress(from) || null;
  const isServers =
    written.length === 0
      ? CALLED.test(from.comment ?? '')
      : written.every((address) => address === literal?.toLowerCase());
  return isServers ? literal : null;
}

/** All addresses that stand before the server's own name, but for what the other side is called. */
function addressesBeforeBy(value: string): readonly string[] {
  const words = value.toLowerCase().replace(/\s+/g, ' ');
  const by = words.replace(COMMENT, (comment) => '_'.repeat(comment.length)).lastIndexOf(' by ');
  return words
    .slice(0, by === -1 ? undefined : by)
    .replace(CLAIMED, ' ')
    .split(/[\s()[\],;"=<>]+(?:ipv6:)?/)
    .filter((word) => isIP(word) !== 0);
}
