/** Who a mail names: a name as it is shown, empty where there is none, and an address. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

const NAME_MAX = 200;
const ADDRESS_MAX = 320;
const ADDRESS = /^(?:"[^"<>\r\n]+"|[^\s@<>"(),:;]+)@[^\s@<>"(),:;]+$/u;
// From the start of a word only: from every letter of it, a long one would be read again and again.
const ADDRESS_IN_TEXT = /(?<![^\s@<>"'(),:;[\]])[^\s@<>"'(),:;[\]]+@[^\s@<>"'(),:;[\]]+/u;
/** What is left of brackets that were set twice; at the end from the first of them only, as above. */
const AROUND = /^[\s<>]+|(?<![\s<>])[\s<>]+$/g;
const NOT_SHOWN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/** Whether a text is one address, as far as a mail could be sent there. */
export function isAddress(text: string): boolean {
  return text.length <= ADDRESS_MAX && ADDRESS.test(text) && !/\p{Cc}/u.test(text);
}

/** A name on one line, without characters that turn the direction of what follows; cut at 200 characters. */
export function shownName(name: string): string {
  const line = name.replace(NOT_SHOWN, ' ').replace(/\s+/gu, ' ').replace(AROUND, '');
  return [...line.replace(/^'(.*)'$/u, '$1')].slice(0, NAME_MAX).join('');
}

/** The first thing in a broken field that is an address, with what stands before it as its name; null where none is. */
export function addressIn(field: string): MailAddress | null {
  const found = ADDRESS_IN_TEXT.exec(field.replace(/\0/g, ''));
  const address = withoutDots(found?.[0] ?? '');
  if (!found || !isAddress(address)) return null;
  const name = field
    .slice(0, found.index)
    .replace(/["<(]+/g, ' ')
    .replace(/mailto:\s*$/i, '');
  return { name: shownName(name), address };
}

/** An address without what ends a sentence, or the name of a domain in full, and without quotes that are set around all of it. */
export function withoutDots(address: string): string {
  const bare = address.replace(/^'([^'@]+@[^'@]+)'$/, '$1');
  return bare.endsWith('.') ? bare.slice(0, -1) : bare;
}
