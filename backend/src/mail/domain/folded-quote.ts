import { HEAD_LINES, isQuotedHead, isSeparator, saysWhoWrote } from './quote-words.ts';
import { announcesMail } from './told-quote.ts';

/** A text of a mail in two: what is shown, and the quoted end that is folded. Joined they are the text, to the letter. */
export interface FoldedText {
  readonly text: string;
  readonly folded: string;
}

/** What tells in which direction letters run, and breaks without room: programs put them around names and whole sentences. */
const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const QUOTED = /^[ \t]{0,3}>/;
/** With one more dash before it where OpenPGP has signed it. */
const SIGNATURE = /^(?:- )?--[ \t]?$/;
/** A year, or a time of day. */
const TIME = /\d{4}|\d[:.]\d\d/;
const RULE =
  /^\s*(?:_{10,}|-{20,}|\*{10,}|-{4,}[^-].{0,100}-{4,}|(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|Inizio messaggio inoltrato|Início da mensagem (?:re)?encaminhada|Begin doorgestuurd bericht|Vidarebefordrat brev|Начало переадресованного сообщения|下面是被转发的邮件)\s*[:：])\s*$/iu;
/** So many lines a mail program breaks the sentence into that says who wrote. */
const SENTENCE_LINES_MAX = 4;
/** So many lines are looked at for the mail that was put below them. */
const WRITTEN_LINES_MAX = 500;

/**
 * A text with the quote at its end taken off: lines marked with `>`, or a mail put below with a head of its own, with the
 * sentence that leads to it. Answers between quoted lines, below them, and a text that is nothing but a quote stay whole.
 *
 * @param domains those of the addresses that the mail is for, in small letters
 */
export function foldedQuote(body: string, domains: ReadonlySet<string> = new Set()): FoldedText {
  const lines = body.replace(UNSEEN, '').split('\n');
  const start = markedQuote(lines) ?? quotedMail(lines, domains);
  if (start === null) return { text: body, folded: '' };
  const at = body.split('\n', start).reduce((length, line) => length + line.length + 1, 0);
  const text = body.slice(0, at);
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(text) ? { text, folded: body.slice(at) } : { text: body, folded: '' };
}

/** Where the marked lines at the end of a text begin, with what leads to them. */
function markedQuote(lines: readonly string[]): number | null {
  const signature = lines.findLastIndex((line) => SIGNATURE.test(line));
  const end = lastWritten(lines, lines.length);
  const quoteEnd = isMarked(lines, end) ? end : signature >= 0 ? lastWritten(lines, signature) : -1;
  if (!isMarked(lines, quoteEnd)) return null;
  let start = quoteEnd;
  for (let at = quoteEnd; at >= 0 && (isMarked(lines, at) || isBlank(lines, at)); at--)
    if (isMarked(lines, at)) start = at;
  const sentence = sentenceBefore(lines, start);
  return sentence === null ? start : ruleBefore(lines, sentence);
}

/** Where a sentence begins that says who wrote what begins at a line; null where there is none. */
function sentenceBefore(lines: readonly string[], start: number): number | null {
  const last = lastWritten(lines, start);
  // HTML leaves more lines empty; what stands so far above leads to the quote in known words only.
  return last < start - 4 ? null : sentenceTo(lines, last, last < start - 2 ? saysWhoWrote : leads);
}

/**
 * Where a sentence begins that ends with a line: the nearest line from which on it tells a moment, as the name and address
 * alone may have been broken off it, or else the nearest from which on it is one at all.
 */
function sentenceTo(lines: readonly string[], last: number, isSentence: (text: string) => boolean): number | null {
  let nearest: number | null = null;
  for (let first = last; first >= 0 && first > last - SENTENCE_LINES_MAX && !isBlank(lines, first); first--) {
    const sentence = joined(lines, first, last);
    if (!isSentence(sentence)) continue;
    if (TIME.test(sentence)) return first;
    nearest ??= first;
  }
  return nearest;
}

/** Who wrote, in words that are known, or in any language: an address or a date, and a colon. */
function leads(sentence: string): boolean {
  return saysWhoWrote(sentence) || (/[:：]$/u.test(sentence) && /\S@\S|\d{1,4}[-./年 ]/u.test(sentence));
}

/** Where a mail begins that was put below a text without marks. */
function quotedMail(lines: readonly string[], domains: ReadonlySet<string>): number | null {
  let written = 0;
  for (let at = 0; at < lines.length && written < WRITTEN_LINES_MAX; at++) {
    if (isBlank(lines, at)) continue;
    written++;
    if (isSeparator(lines[at] ?? '') || isQuotedHead(lines.slice(at, at + HEAD_LINES))) return ruleBefore(lines, at);
    const sentence = sentenceTo(lines, at, (text) => announcesMail(text, domains));
    if (sentence !== null) return isMarked(lines, firstWritten(lines, at + 1)) ? null : ruleBefore(lines, sentence);
  }
  return null;
}

function ruleBefore(lines: readonly string[], at: number): number {
  const before = lastWritten(lines, at);
  return before >= at - 2 && RULE.test(lines[before] ?? '') ? before : at;
}

function joined(lines: readonly string[], first: number, last: number): string {
  return lines
    .slice(first, last + 1)
    .map((line) => line.trim())
    .join(' ');
}

function isMarked(lines: readonly string[], at: number): boolean {
  return QUOTED.test(lines[at] ?? '');
}

function isBlank(lines: readonly string[], at: number): boolean {
  return (lines[at] ?? '').trim() === '';
}

function lastWritten(lines: readonly string[], before: number): number {
  return lines.slice(0, Math.max(before, 0)).findLastIndex((line) => line.trim() !== '');
}

function firstWritten(lines: readonly string[], from: number): number {
  const at = lines.slice(from).findIndex((line) => line.trim() !== '');
  return at < 0 ? -1 : from + at;
}
