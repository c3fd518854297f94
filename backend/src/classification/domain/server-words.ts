import type { TicketText } from '../../vocabulary/ticket-text.ts';

const MAX_LENGTH = 300;
/** Nobody reads further, and what is looked for costs time. */
const MAX_READ = 1_500;
/** So many characters of a key, or of a word of the ticket, are no coincidence. */
const KEY_PART = 5;
const WORD_PART = 4;
const HIDDEN = '…';
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Two letters of a script in which a word may have no more. */
const DENSE = /^[^\p{ASCII}\p{P}\s]{2}$/u;

/** Words that servers' messages are made of. A ticket may use them too, and they tell nothing of it. */
const COMMON = new Set(
  `a an and any api are as at available be been but by call can cannot check client code completion configured connection
  context could credits current data deployment detail does doesn error exceeded exist expected failed field for format
  found from got has have if in input insufficient internal invalid is it its json key larger length limit loading long
  many max maximum message missing model more must name no not number object of on one only or out overloaded parameter
  permission please plan prompt property provided quota range rate reach reached reason refused request requests required
  response retry role schema server service set should size small support supported system than that the there this time
  to token tokens too tool try type unable unavailable unexpected unknown unsupported up url use used user valid value
  was were with within you your`.split(/\s+/),
);

/** What no message may show: secrets, and the text of the ticket that was asked about. */
export interface Confidential {
  readonly secrets: readonly string[];
  readonly text: TicketText;
}

/**
 * What a server says about its failure, as an admin may read it: one line of at most 300 characters, without the markup of
 * web pages, without keys (whole, in parts, masked or encoded) and without what stands in the ticket. Null when nothing is
 * left of it.
 */
export function serverWords(message: string, { secrets, text }: Confidential): string | null {
  const plain = withoutCode(message.slice(0, MAX_READ));
  const hidden = withoutText(withoutSecrets(plain, secrets), text);
  const line = hidden.replace(/(?:…[\s"'`,.:;]*){2,}/g, `${HIDDEN} `).trim();
  if (!/[\p{L}\p{N}]/u.test(line)) return null;
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1).toWellFormed()}${HIDDEN}` : line;
}

/** In one line, decoded from what wraps it: a text that is quoted within JSON or an address is still a text. */
function withoutCode(message: string): string {
  return message
    .replace(/<(script|style)\b[^>]{0,200}>[^<]*/gi, ' ')
    .replace(/<\/?[a-z!][^<>]{0,200}>/gi, ' ')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded)
    .replace(/\\(["'/\\])/g, '$1')
    .replace(/[\p{C}\s]+/gu, ' ');
}

function percentDecoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function withoutSecrets(message: string, secrets: readonly string[]): string {
  const parts = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
    .flatMap((form) => pieces(form.toLowerCase(), KEY_PART));
  return message.replace(/[^\s"'`,;(){}<>]+/g, (word) =>
    looksSecret(word) || parts.some((part) => word.toLowerCase().includes(part)) ? HIDDEN : word,
  );
}

/** Masked words, what begins like the keys of known providers, and long gibberish, whoever it belongs to. */
function looksSecret(word: string): boolean {
  return /\*{2,}|•{2,}|x{6,}|\b(?:sk|pk|rk|gsk|xai|hf)[-_][\w-]{6,}|AIza\w{8,}|eyJ\w{8,}|[\w+/=-]{48,}/.test(word);
}

/** All pieces of a text that are so long; a text that is shorter is no secret. */
function pieces(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
}

/** Words of the ticket go, whole or cut off, and two characters of it in a row where words have no spaces. */
function withoutText(message: string, { title, description }: TicketText): string {
  const ticket = inSmallLetters(`${title}\n${description}`);
  const words = [...new Set(ticket.match(WORD))].filter((word) => word.length > 1 && !COMMON.has(word));
  const hide = new Set<number>();
  const cover = (from: number, length: number) => {
    for (let at = from; at < from + length; at++) hide.add(at);
  };
  const whole = inSmallLetters(message);
  for (const { 0: word, index } of whole.matchAll(WORD)) {
    if (!COMMON.has(word) && words.some((one) => repeats(word, one))) cover(index, word.length);
  }
  for (let at = 0; at < whole.length - 1; at++) {
    const pair = whole.slice(at, at + 2);
    if (DENSE.test(pair) && ticket.includes(pair)) cover(at, 2);
  }
  return hidden(message, hide);
}

function repeats(word: string, ofTicket: string): boolean {
  if (word === ofTicket) return true;
  return (
    (word.length >= WORD_PART && ofTicket.includes(word)) || (ofTicket.length >= WORD_PART && word.includes(ofTicket))
  );
}

/** Position by position, so that they stay as they are. */
function inSmallLetters(text: string): string {
  return Array.from({ length: text.length }, (_, at) => small(text.charAt(at))).join('');
}

function small(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}

function hidden(message: string, positions: ReadonlySet<number>): string {
  let shown = '';
  for (let at = 0; at < message.length; at++) {
    if (!positions.has(at)) shown += message.charAt(at);
    else if (!positions.has(at - 1)) shown += HIDDEN;
  }
  return shown;
}
