import { type DigitChain, digitChains, digitsOf, isOneNumber } from './digit-chains.ts';
import type { Finding } from './finding.ts';

/** Digits that are no part of a telephone number, whatever stands around them. */
const OTHER_NUMBERS = [
  // Dates, and times after them.
  /(?<![\d./-])(?:19|20)\d{2}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d|[-./]\d)/g,
  /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])([-./ ])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d{2})(?!\d|[-./]\d)/g,
  /(?<![\d./-])(?:0?[1-9]|1[0-2])([-./])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:19|20)\d{2})(?!\d|[-./]\d)/g,
  /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|1[0-2])\1\d{2}(?!\d|[-./ ]\d)/g,
  /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?!\d)/g,
  // Amounts with their currency or unit, percentages, and decimals.
  /(?:[\p{Sc}]|\b(?:EUR|USD|GBP|CHF|JPY|CNY|INR|RUB|PLN|SEK|NOK|DKK|CZK|BRL|AUD|CAD)) ?[+-]?\d{1,15}(?:[ .']\d{3}){0,4}(?:[.,]\d{1,2})?(?!\d)/gu,
  /(?<!\d)\d{1,15}(?:[ .']\d{3}){0,4}(?:,\d{1,2}|\.\d{1,2})?(?= ?(?:[\p{Sc}%‰]|(?:EUR|USD|GBP|CHF|JPY|CNY|INR|RUB|PLN|SEK|NOK|DKK|CZK|BRL|AUD|CAD|euros?|dollars?|kr|zł|Kč|руб|円|元|원|bytes?|[KMGT]i?B|ms|rows|Zeilen|users|records|items)(?![\p{L}])))/giu,
  /(?<!\d)\d{1,15}(?:[.']\d{3}){0,4},\d{1,3}(?!\d|, )/g,
];

/** What says before a number, on its line, that it is a telephone's. */
const CUES =
  /t[eé]l(?:[eéè]f(?:o|ó|oo)n\p{L}*|efax)?\b|\btlf|phones?\b|phone (?:number|no)|\bcall(?:ed|ing)?\b|\bcell(?:ular\p{L}*)?\b|mobil\p{L}*|\bfax|handy(?:nummer)?\b|whatsapp|signal\b|\bsms\b|\btext me\b|\bdial|hotline|durchwahl|rückruf|rufnummer|(?:^|\P{L})(?:an)?ruf\p{L}*|erreich\p{L}*|\breach (?:me|us|him|her|them)\b|\breachable\b|contact(?:ed|ing)? (?:me|us)\b|(?:my|his|her) (?:new |direct |private )?(?:number|line)\b|rappel\p{L}*|appel(?:ez|er|le)\p{L}*|joindre|portable|ll[aá]m\p{L}*|m[oó]vil|celular|cellulare|chiam\p{L}*|lig(?:ue|ar)\b|contacto|puh(?:elin)?\p{L}*|soita|ring\b|bel(?:len)?\b|zadzwo\p{L}*|тел(?:ефон\p{L}*)?|звон\p{L}*|позвон\p{L}*|моб\p{L}*|電話|电话|電話番号|手机|手機|携帯|连络|連絡|致电|전화|휴대폰|연락처|هاتف|الهاتف|جوال|اتصل|טלפון|נייד|फ़ोन|फोन|मोबाइल|โทร/giu;

/** What says that it is something else: the number of an order, a version, a code. */
const OTHER_CUES =
  /order\p{L}*|invoice\p{L}*|ticket\p{L}*|case\b|customer\p{L}*|account\p{L}*|\bref\p{L}*|\bsku\b|\bid\b|\bids\b|serial\p{L}*|tracking\p{L}*|shipment|parcel|article|item\b|part (?:no|number)|purchase|receipt|contract|policy|transaction|booking|reservation|batch|lot\b|isbn|ean\b|gtin|imei|iccid|\bvat\b|version\p{L}*|build|firmware|release|driver|kernel|error\p{L}*|errno|code\p{L}*|status|exception|port\b|row\b|line\b|page\b|model\b|timestamp|epoch|bestell\p{L}*|auftrag\p{L}*|rechnung\p{L}*|kunden\p{L}*|artikel\p{L}*|vertrag\p{L}*|vorgang\p{L}*|sendung\p{L}*|fehler\p{L}*|serien\p{L}*|konto\p{L}*|beleg\p{L}*|commande|facture|client\b|colis|erreur|réf\p{L}*|dossier|pedido|factura|cliente|error|ordine|fattura|bestelling|factuur|zamówieni\p{L}*|faktur\p{L}*|tilaus\p{L}*|lasku\p{L}*|beställning\p{L}*|заказ\p{L}*|счет\p{L}*|счёт\p{L}*|ошибк\p{L}*|订单\p{L}*|訂單\p{L}*|注文\p{L}*|발주|주문|엔|\b(?:no|nr|num|n°|№)\b|[#№]|طلب|फ़ाइल/giu;

const REACH = 40;

/** Telephone numbers: international ones, and those of a country as people write them. */
export function findPhones(text: string): Finding[] {
  return digitChains(text, otherNumbers(text)).flatMap((chain) => numberIn(chain, text) ?? []);
}

function otherNumbers(text: string): { readonly start: number; readonly end: number }[] {
  return OTHER_NUMBERS.flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 0: number, index }) => ({ start: index, end: index + number.length }))
    .sort((one, other) => one.start - other.start)
    .reduce<{ start: number; end: number }[]>((spans, span) => {
      const last = spans.at(-1);
      if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
      else spans.push(span);
      return spans;
    }, []);
}

function numberIn(chain: DigitChain, text: string): Finding | null {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last || !isOneNumber(chain)) return null;
  const prefix = /(?:\( ?\+ ?|\+ ?\(?|\()$/.exec(text.slice(Math.max(0, first.start - 4), first.start))?.[0] ?? '';
  const start = first.start - prefix.length;
  const digits = digitsOf(chain);
  const isInternational = prefix.includes('+') || (/^00[1-9]/.test(digits) && digits.length >= 10);
  const written = text.slice(start, last.end);
  if (
    !(isInternational
      ? isWhole(digits, prefix, text, start)
      : isNational({ chain, digits, written, start, end: last.end }, text))
  )
    return null;
  const end = text[last.end] === ')' && written.lastIndexOf('(') > written.lastIndexOf(')') ? last.end + 1 : last.end;
  const identity = prefix.includes('+') ? `+${digits}` : digits.replace(/^00/, '+');
  return { kind: 'PHONE', start, end, identity };
}

/** E.164 has at most fifteen digits and no country that begins with 0; `(0)` is written within all the same. */
function isWhole(digits: string, prefix: string, text: string, start: number): boolean {
  const number = prefix.includes('+') ? digits : digits.slice(2);
  if (/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !prefix.includes('+')) return false;
  return number.length >= 7 && number.length <= 16 && !number.startsWith('0') && !/^\d{1,3}(?:000)+$/.test(number);
}

interface Candidate {
  readonly chain: DigitChain;
  readonly digits: string;
  /** As it stands there, with an opening bracket before it. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

function isNational(candidate: Candidate, text: string): boolean {
  const { digits, start, end } = candidate;
  // What hangs on a letter, a path or a decimal is a code or an amount.
  if (
    /[\p{L}\p{N}_#=&@:\\/*]$|[\p{L}\d][.,'’-]$|[$€£]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/(?:tel|phone|fax|mobile)\W{0,3}$/i.test(text.slice(Math.max(0, start - 10), start))
  )
    return (
      /[:]$/.test(text.slice(0, start)) &&
      cueBefore(text, start) === 'phone' &&
      digits.length >= 6 &&
      digits.length <= 15
    );
  if (/^(?:[A-Za-z_]|[,'’]\d|[@:]\d)/u.test(text.slice(end, end + 2))) return false;
  const cue = cueBefore(text, start);
  if (cue === 'other') return false;
  if (cue === 'phone') return digits.length >= 6 && digits.length <= 15 && !/^\d{1,2}$/.test(candidate.written);
  return looksNational(candidate);
}

/** The nearer of the words before a number that say what it is. */
function cueBefore(text: string, start: number): 'phone' | 'other' | null {
  const before = (
    text
      .slice(Math.max(0, start - REACH), start)
      .split(/[\n;!?]/)
      .at(-1) ?? ''
  ).toLowerCase();
  const phone = lastOf(CUES, before);
  const other = lastOf(OTHER_CUES, before);
  if (phone < 0 && other < 0) return null;
  return phone >= other ? 'phone' : 'other';
}

function lastOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].reduce((last, { 0: word, index }) => Math.max(last, index + word.length), -1);
}

/** The ways in which numbers are grouped where nothing around them tells. */
const FORMS = [
  // A trunk prefix, in groups: 040 555 0142, 06 12 34 56 78, (02) 9374 4000, 03-1234-5678, 0 800 123 456.
  /^\(?0[1-9]?\d{0,5}\)?[ ./-]{1,3}\d[\d ()./-]{4,14}$/,
  /^\(0\) ?[1-9]\d[\d /-]{5,13}$/,
  // The same in one: 0612345678, 01711234567, 08001234567.
  /^0[1-9]\d{8,10}$/,
  // North America and others: 555-201-0142, (212) 555 0142, 1-800-555-0199.
  /^(?:1[ .-])?(?:\([2-9]\d{2}\)|[2-9]\d{2})[ .-]{1,3}\d{3}[ .-]\d{4}$/,
  /^\(\d{2,5}\)[ ./-]{0,3}\d{3,5}(?:[ .-]\d{2,4}){0,3}$/,
  // Russia and its neighbours: 8 (495) 123-45-67, 8 800 555-35-35.
  /^8[ -]?\(?[3489]\d{2}\)?[ -]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}$/,
  // Spain, Portugal, Poland: 612 345 678, 22 123 45 67.
  /^[5-9]\d{2}[ -]\d{3}[ -]\d{3}$/,
  /^\d{2}[ -]\d{3}[ -]\d{2}[ -]\d{2}$/,
  /^\d{3}[ -]\d{2}[ -]\d{2}[ -]\d{2}$/,
  // Denmark, Norway: 12 34 56 78, 412 34 567.
  /^[2-9]\d(?: \d{2}){3}$/,
  /^[489]\d{2} \d{2} \d{3}$/,
  // China: 138 0013 8000, 13800138000.
  /^1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})$/,
  // India, Mexico, Brazil: 98765 43210, 55 1234 5678, 11 91234-5678.
  /^[6-9]\d{4}[ -]\d{5}$/,
  /^\d{2}[ -]9?\d{4}[ -]\d{4}$/,
  // Australia's service numbers: 1300 123 456.
  /^1[38]00[ -]\d{3}[ -]\d{3}$/,
];

function looksNational({ digits, written }: Candidate): boolean {
  if (digits.length < 8 || digits.length > 12 || /^0+\.|^0\d?\.0/.test(written)) return false;
  return FORMS.some((form) => form.test(written));
}
