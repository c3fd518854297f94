import { domainToASCII, domainToUnicode } from 'node:url';
import { isEmail } from 'class-validator';
import { withoutUnseen } from '../common/validation/unseen.ts';
import type { MailAddress } from './domain/contact.ts';

/** In characters, as RFC 5321 bounds it. */
export const ADDRESS_MAX = 254;

/**
 * Reads an address. Letters compare whatever their case and however Unicode writes them, and domains whether they are written
 * in letters or in Punycode; all else tells addresses apart: plus signs, dots, and letters that only look or sort alike, so that
 * nobody gets what is another's. Null when it is none.
 */
export function readAddress(text: string): MailAddress | null {
  const address = text.trim().normalize('NFC');
  if (withoutUnseen(address) !== address || !isEmail(address, { allow_utf8_local_part: true })) return null;
  const at = address.lastIndexOf('@');
  const domain = readDomain(domainIn(address));
  if (domain === null) return null;
  return { address, key: `${address.slice(0, at).toLowerCase().normalize('NFC')}@${domain}` };
}

/** The domain of an address, as it is written there. */
export function domainIn(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** What no name of a domain has: of a text with one of them `domainToASCII` gives but a part, as it reads web addresses. */
const NO_NAME = /[\0-,/:-@[-^`{-\x7f]/;

/** The domain of an address, or one by itself, in the form in which it compares; empty for what is none. */
export function comparedDomain(address: string): string {
  const domain = domainIn(address);
  return NO_NAME.test(domain) ? '' : domainToASCII(domain);
}

/** A domain in the one form in which it compares, which is that of the name system; null when it is none. */
export function readDomain(text: string): string | null {
  const domain = domainToASCII(text.trim());
  return isEmail(`somebody@${domain}`) ? domain : null;
}

/** A domain as people write it. */
export function shownDomain(domain: string): string {
  return domainToUnicode(domain);
}
