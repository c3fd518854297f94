import type { TicketText } from '../../vocabulary/ticket-text.ts';

/** What a classifier reads of a ticket: lower-case text without greeting, signature and quotation. */
export interface PlainText {
  readonly title: string;
  readonly body: string;
}

/** In characters of the description. What stands below that in a very long letter says little more about where it belongs. */
export const READ_AT_MOST = 6_000;

const GREETING =
  /^\s*(?:(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern|sehr geehrte[rs]?|guten (?:tag|morgen)|hallo|bonjour|cher|chère|madame|monsieur|hola|buenos días|buenas tardes|estimad[oa]s?|olá|prezad[oa]s?|bom dia|ciao|buongiorno|gentile|spett\.?|beste|geachte)\b[^\n.!?]{0,60}?(?:[,!.:\n]|$))/iu;

const CLOSING =
  /^\s*(?:(?:kind|best|warm(?:est)?|many|with)?\s*(?:kind|best|warm)?\s*regards|regards|cheers|sincerely|yours (?:sincerely|faithfully|truly)|best wishes|all the best|best|thanks(?: (?:a lot|so much|in advance|again|and regards))?|thank you(?: (?:very much|so much|in advance|for your (?:help|time|assistance|support)))?|many thanks|thx|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|freundliche gr(?:ü|ue)(?:ß|ss)e|viele gr(?:ü|ue)(?:ß|ss)e|(?:beste |liebe )?gr(?:ü|ue)(?:ß|ss)e|mfg|lg|danke|vielen dank|cordialement|bien à vous|merci(?: d['’]avance)?|un saludo|saludos|atentamente|gracias|atenciosamente|obrigad[oa]|cordiali saluti|distinti saluti|grazie|met vriendelijke groet(?:en)?|groet(?:en|jes)?|bedankt|sent from my [^\n]{1,40}|-- ?)\s*[,.!]*\s*$/iu;

/** The same at the end of a text without lines, with a name behind it. */
const CLOSING_IN_LINE =
  /(?<=[.!?])\s+(?:(?:with )?(?:(?:my|our) )?(?:(?:very )?(?:kind|best|warm(?:est)?|many) )?regards|(?:yours )?sincerely|yours (?:faithfully|truly)|best wishes|mit freundlichen grüßen|cordialement|atentamente|saludos cordiales|cordiali saluti|met vriendelijke groet)\b[^.!?\n]{0,80}[.!]?\s*$/iu;

/** What no reader of a letter in HTML sees: its styles, also cut off, and comments. */
const STYLE = /<style(?:\s[^<>]*)?>/iu;
const STYLE_ENDS = /<\/style\s*>|^[^<{]*\{[^<]*$/iu;
const COMMENT = /<!--/u;
const COMMENT_ENDS = /-->/u;
/** What ends a line where letters are written in HTML, and what marks anything else. */
const LINE_TAG = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])(?:\s[^<>]*)?\/?>/giu;
const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/giu;
/** Those that letters hold, each before its character; all is read in small letters anyway. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ...(
    'amp& lt< gt> quot" apos\' rsquo\' lsquo\' ldquo" rdquo" laquo" raquo" ndash- mdash- hellip… euro€ pound£ ' +
    'aumlä oumlö uumlü szligß eacuteé egraveè ecircê eumlë agraveà acircâ aacuteá atildeã aringå aeligæ ccedilç iacuteí icircî ' +
    'iumlï ntildeñ oacuteó ocircô otildeõ oslashø uacuteú ugraveù ucircû'
  )
    .split(' ')
    .map((entity) => [entity.slice(0, -1), entity.slice(-1)] as const),
]);
const ENTITY = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu;

/** Above a letter that was answered to, which stands below in full. */
const ANSWERED =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d['’]origine|mensaje original)\s*-{2,}|on .{4,120} wrote:|am .{4,120} schrieb.{0,80}:)\s*$/iu;
/** With fewer letters above it, what stands below is the matter: somebody sent it on. */
const OWN_WORDS = 60;

/** Lines below a closing that may still be a signature: name, role, company, telephone. */
const SIGNATURE_LINES = 8;

/** Lower-case, in one normal form, without what is said in every letter. */
export function plainText({ title, description }: TicketText): PlainText {
  const body = withoutFrame(withoutMarkup(description).slice(0, READ_AT_MOST));
  return { title: normal(withoutMarkup(title)), body: normal(body) };
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const read = without(without(text, STYLE, STYLE_ENDS), COMMENT, COMMENT_ENDS);
  const plain = read.replace(LINE_TAG, '\n').replace(TAG, ' ');
  return plain.replace(ENTITY, (entity, name: string) => characterOf(name.toLowerCase()) ?? entity);
}

/** Without what stands between a beginning and its end. */
function without(text: string, begins: RegExp, ends: RegExp): string {
  const [first = '', ...pieces] = text.split(begins);
  const rest = pieces.map((piece) => {
    const end = ends.exec(piece);
    return end ? piece.slice(end.index + end[0].length) : piece;
  });
  return [first, ...rest].join(' ');
}

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return ENTITIES.get(entity);
  const codePoint = entity.startsWith('#x') ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined;
}

/** What is quoted is left out, but where nothing else is: then somebody sent it on. */
function ownLines(lines: readonly string[]): string[] {
  const own = lines.filter((line) => !/^\s*>/.test(line));
  return own.some((line) => line.trim() !== '') ? own : lines.map((line) => line.replace(/^[\s>]+/, ''));
}

function withoutFrame(text: string): string {
  const written = ownLines(text.split(/\r?\n/));
  const answered = written.findIndex((line) => ANSWERED.test(line));
  const isAnswer = answered > 0 && written.slice(0, answered).join('').length >= OWN_WORDS;
  const lines = isAnswer ? written.slice(0, answered) : written;
  const closing = lines.findLastIndex((line) => CLOSING.test(line));
  const isAtEnd =
    closing > 0 && lines.slice(closing + 1).filter((line) => line.trim() !== '').length <= SIGNATURE_LINES;
  const framed = (isAtEnd ? lines.slice(0, closing) : lines).join('\n');
  return framed.replace(CLOSING_IN_LINE, '').replace(GREETING, '');
}
