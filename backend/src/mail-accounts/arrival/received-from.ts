import { isIP } from 'node:net';
import { getClientAddress, parseReceived } from 'mailauth/lib/parse-received.js';
import { isHouseAddress } from './house-address.ts';
import type { ReceivedFrom } from './mail-path.ts';

/** A server that passes a mail on within itself begins so. */
const WITHIN = /^(?:by\b|\()/i;
/** What lays mails into mailboxes of its own server (RFC 2033): nobody outside speaks it. */
const TO_STORE = /^lmtps?a?\b/i;
const NOBODY: ReceivedFrom = { helo: null, address: null, isLiteral: false };

/** Reads from the value of a field `Received` who gave the mail; also of Exchange, which writes addresses without brackets. */
export function receivedFrom(value: string): ReceivedFrom {
  if (WITHIN.test(value)) return NOBODY;
  const { from = {}, with: protocol = {} } = parseReceived(`Received:${value}`) || {};
  const { value: helo = '', comment = '' } = from;
  const literal = getClientAddress(from) || null;
  const address = literal ?? (isIP(comment) === 0 ? null : comment);
  const isLocal = address === null ? comment === '' : isHouseAddress(address);
  if (isLocal && TO_STORE.test(protocol.value ?? '')) return NOBODY;
  return { helo, address, isLiteral: literal !== null };
}
