import { isAddress } from './mail-address.ts';
import { type MailFields, fieldOf, mailFields } from './mail-fields.ts';
import { messageIds } from './message-ids.ts';

/** What became of a mail to one of its recipients: `hard` for good, `soft` for now, `delayed` while its server still tries. */
export const DELIVERIES = ['hard', 'soft', 'delayed', 'delivered'] as const;

export type Delivery = (typeof DELIVERIES)[number];

/** What a server says of one recipient. */
export interface RecipientReport {
  readonly address: string;
  readonly delivery: Delivery;
  /** The code of RFC 3463, such as `5.1.1`; null where none is told. */
  readonly status: string | null;
  /** The server's own words; empty where it has none. */
  readonly words: string;
}

/** What a server reports of a mail that was sent: about whom, and which mail, as far as it tells. */
export interface DeliveryReport {
  readonly recipients: readonly RecipientReport[];
  /** The Message-ID of that mail, without brackets; null where it is not told. */
  readonly messageId: string | null;
  /** Addresses in it that may name a ticket of the desk, as answers to it are addressed. */
  readonly addresses: readonly string[];
}

/** What an address does not hold, so that one word after the other is looked at. */
const BETWEEN_ADDRESSES = /[\s<>"',;:()[\]]+/;
const SIGNED = /^.{1,64}\+t\d{1,15}-[0-9a-f]{20}@.{1,253}$/;
const SIGNED_MAX = 20;
const WORDS_MAX = 1_000;
const CODE = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])/;
const SMTP_CODE = /(?<![\d.])([45])\d\d(?![\d.])/;
const FAILED_LINE = /^(?:[^\s@：]{1,30}：)?<?([^\s<>@()：（）]+@[^\s<>()：（）]+?)>?\s*(?:\(.*\))?[:：]?$/;
/** What servers write while they try on; one that gives up after it says that it was delayed writes none of it. */
const STILL_TRIES =
  /^warning: (?:message \S+ delayed|could not send)|^delayed mail|still being retried|has not yet been delivered|not been able to deliver .{0,40}\byet\b|will (?:continue to|keep) (?:try|be retried)|^verzögerte zustellung/im;
const ORIGINAL_BELOW = /copy|original|below this line/i;
/** Of a report in words so much is read, as no server writes more of its own. */
const REPORT_MAX = 65_536;
/** A line that leads to why. */
const LEADS = /^\s*(?:because|reason|the reason (?:is|was)|grund|raison)\s*:\s*$/i;
const LINE_MAX = 1_000;
const RECIPIENTS_MAX = 100;

/** Reads a `message/delivery-status` part (RFC 3464): one block for the mail, then one for each recipient. */
export function statusReports(part: string): readonly RecipientReport[] {
  return part
    .replace(/\r\n|\r|\n/g, '\r\n')
    .split(/\r\n(?:[ \t]*\r\n)+/)
    .map((block) => recipientReport(mailFields(block)))
    .filter((report) => report !== null);
}

/**
 * What servers that keep to no form write: the addresses of `X-Failed-Recipients`, or a line that is an address, and why; of all of them
 * that it is still tried, where the subject or the text says so.
 */
export function wordedReports(fields: MailFields, text: string, subject = ''): readonly RecipientReport[] {
  const listed = fieldOf(fields, 'x-failed-recipients').split(/[\s,]+/);
  const lines = linesBeforeOriginal(text.slice(0, REPORT_MAX));
  const inText = lines.map((line) => FAILED_LINE.exec(line)?.[1] ?? '');
  const found = new Set([...listed, ...inText].filter(isAddress));
  const action = STILL_TRIES.test(`${subject}\n${lines.join('\n')}`) ? 'delayed' : 'failed';
  return [...found].slice(0, RECIPIENTS_MAX).map((address) => {
    const from = lines.findIndex((line) => line.includes(address));
    const words = wordsOf(lines.slice(Math.max(from, 0) + (from < 0 ? 0 : 1)));
    return { address, delivery: deliveryOf(action, words), status: CODE.exec(words)?.[0] ?? null, words };
  });
}

/** The id of the mail that is reported, read from the copy that the report holds: a mail, its header, or a text with it. */
export function reportedId(copy: string): string | null {
  const [, value = ''] = /^[ \t>]*message-id[ \t]*:[ \t]*(?:\r?\n[ \t]+)?([^\r\n]+)/im.exec(copy) ?? [];
  return messageIds(value)[0] ?? null;
}

/** The addresses in a copy of the mail that is reported to which answers may be sent, each once. */
export function signedAddresses(copy: string): readonly string[] {
  const words = copy.slice(0, REPORT_MAX).toLowerCase().split(BETWEEN_ADDRESSES);
  return [...new Set(words.filter((word) => SIGNED.test(word)))].slice(0, SIGNED_MAX);
}

/** Lines without the white space around them; what is longer than any that is looked for is cut. */
function linesBeforeOriginal(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, LINE_MAX));
  const original = lines.findIndex((line) => line.startsWith('--') && ORIGINAL_BELOW.test(line));
  return original < 0 ? lines : lines.slice(0, original);
}

function recipientReport(fields: MailFields): RecipientReport | null {
  const [original = '', final = ''] = ['original-recipient', 'final-recipient'].map((name) =>
    fieldOf(fields, name)
      .replace(/^[\w-]+\s*;/, '')
      .replace(/[<>]/g, '')
      .trim(),
  );
  // The original one may be in xtext (RFC 3461), and is there too where servers do not know that.
  const address = [unquoted(original) === final ? final : original, final].find(isAddress);
  if (address === undefined) return null;
  const words = fieldOf(fields, 'diagnostic-code')
    .replace(/^[\w-]+\s*;\s*/, '')
    .slice(0, WORDS_MAX);
  const status = CODE.exec(fieldOf(fields, 'status'))?.[0] ?? CODE.exec(words)?.[0] ?? null;
  const action = (/^\w+/.exec(fieldOf(fields, 'action'))?.[0] ?? 'failed').toLowerCase();
  return { address, delivery: deliveryOf(action, `${status ?? ''} ${words}`), status, words };
}

function unquoted(xtext: string): string {
  return xtext.replace(/\+([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function deliveryOf(action: string, words: string): Delivery {
  if (action === 'delayed') return 'delayed';
  if (action !== 'failed') return 'delivered';
  const digit = CODE.exec(words)?.[1] ?? SMTP_CODE.exec(words)?.[1];
  return digit === '4' ? 'soft' : 'hard';
}

function wordsOf(lines: readonly string[]): string {
  const begin = lines.findIndex((line) => line.trim() !== '' && !LEADS.test(line));
  if (begin < 0) return '';
  const rest = lines.slice(begin);
  const end = rest.findIndex((line) => line.trim() === '');
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .map((line) => line.trim())
    .join(' ')
    .slice(0, WORDS_MAX);
}
