import { type FoldedText, foldedQuote } from '../domain/folded-quote.ts';
import { encodedFileEnd } from './encoded-lines.ts';

const BEGIN = /^-----BEGIN PGP (MESSAGE|SIGNATURE|PUBLIC KEY BLOCK)-----[ \t\r]*$/;
const MAY_HOLD = /^(?:-----BEGIN PGP |begin [0-7]{3}|=ybegin )/m;
const ENCRYPTED = /^-----BEGIN PGP MESSAGE-----[ \t\r]*$/m;
const ENCRYPTED_END = /^-----END PGP MESSAGE-----/m;

/** Whether something in a text is encrypted by OpenPGP (RFC 9580, 6.2). */
export function isArmored(text: string): boolean {
  return ENCRYPTED.test(text) && ENCRYPTED_END.test(text);
}

/**
 * A text with its end taken off: a quote (`foldedQuote`), and what only programs read above or below that, as files in uuencode or yEnc, and what
 * OpenPGP has encrypted, signed with or enclosed.
 *
 * @param domains those of the addresses that the mail is for, in small letters
 */
export function foldedEnd(body: string, domains: ReadonlySet<string>): FoldedText {
  const { text: words, folded: below } = withFoldedTail({ text: body, folded: '' });
  const { text, folded } = foldedQuote(words, domains);
  return withFoldedTail({ text, folded: folded + below });
}

/** To the letter the same where words are the last of a text, or there are none before what only programs read. */
function withFoldedTail({ text, folded }: FoldedText): FoldedText {
  if (!MAY_HOLD.test(text)) return { text, folded };
  const at = tailOf(text.split('\n'));
  return /[\p{L}\p{N}]/u.test(text.slice(0, at))
    ? { text: text.slice(0, at), folded: text.slice(at) + folded }
    : { text, folded };
}

/** How much stands before the blocks that are the last of some lines. */
function tailOf(lines: readonly string[]): number {
  const endless = new Set<string>();
  let tail: number | null = null;
  for (let at = 0; at < lines.length;) {
    const end = blockEnd(lines, at, endless);
    if (end !== null) tail ??= at;
    else if (lines[at]?.trim() !== '') tail = null;
    at = end ?? at + 1;
  }
  return lines.slice(0, tail ?? lines.length).reduce((length, line) => length + line.length + 1, 0);
}

/**
 * The line behind a block that begins with a line; null where none begins there.
 *
 * @param endless kinds that are known to end nowhere from here on, and those that are found to.
 */
function blockEnd(lines: readonly string[], at: number, endless: Set<string>): number | null {
  const kind = BEGIN.exec(lines[at] ?? '')?.[1];
  if (kind === undefined) return encodedFileEnd(lines, at);
  if (endless.has(kind)) return null;
  for (let end = at + 1; end < lines.length; end++)
    if (lines[end]?.startsWith(`-----END PGP ${kind}-----`)) return end + 1;
  endless.add(kind);
  return null;
}
