import type { Finding } from './finding.ts';

/** The sign between name and host, as people and programs write it; between words only in brackets. */
const AT = / ?@ |@|%40|&#(?:64|x40);|&commat;| ?[([{<] ?(?:at|ät|arroba|chez) ?[)\]}>] ?/gi;
const DOT = / ?[([{<] ?(?:dot|punkt|punto|point) ?[)\]}>] ?/gi;

/** RFC 5322 and 6531 (names in any script), without the quoted form. */
const OF_NAME = /[\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~-]/u;
const OF_HOST = /[\p{L}\p{N}\p{M}.。｡-]/u;
/** Scripts that are written without spaces, so that an address has no visible beginning or end among them. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]/u;
/** In words alone: `ruth at example dot com`. */
const IN_WORDS =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}._+-]{1,64} (?:at|ät|arroba|chez) [\p{L}\p{N}-]{1,63}(?: (?:dot|punkt|punto|point) [\p{L}\p{N}-]{2,63}){1,4}/giu;
const LONGEST_NAME = 64;
const LONGEST_HOST = 255;

const HOST =
  /^(?:[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?[.。｡])+(?:xn--[a-z0-9-]{2,59}|[\p{L}\p{M}][\p{L}\p{M}\p{N}]{1,62})/iu;
const LOCAL_HOST = /^(?:localhost|\[[\da-f.:]{3,45}\])/i;

/** E-mail addresses, in any script, with whatever stands before the sign. */
export function findEmails(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { 0: sign, index } of text.matchAll(AT)) {
    const start = beginningOfName(text, index);
    const host = hostAt(text, index + sign.length);
    if (start === index || host === null) continue;
    const end = index + sign.length + host.length;
    const identity = `${text.slice(start, index)}@${host.replace(DOT, '.')}`.toLowerCase();
    found.push({ kind: 'EMAIL', start, end, identity });
  }
  const inWords = [...text.matchAll(IN_WORDS)].map(({ 0: words, index }) => {
    const identity = words
      .replace(/ (?:at|ät|arroba|chez) /i, '@')
      .replace(/ \w+ /g, '.')
      .toLowerCase();
    return { kind: 'EMAIL', start: index, end: index + words.length, identity };
  });
  return [...found, ...inWords];
}

function beginningOfName(text: string, sign: number): number {
  if (text[sign - 1] === '"') return beginningOfQuoted(text, sign);
  let start = sign;
  const isSpaceless = SPACELESS.test(text.charAt(sign - 1));
  while (start > 0 && sign - start < LONGEST_NAME) {
    const character = text.charAt(start - 1);
    // The second half of a character of two units goes with its first.
    const isHalf = /[\uDC00-\uDFFF]/.test(character);
    const whole = isHalf ? text.slice(start - 2, start) : character;
    if (!OF_NAME.test(whole) || (!isSpaceless && SPACELESS.test(whole))) break;
    start -= whole.length;
  }
  // A quote or a bracket of the sentence, a path, or what stands before the name in an address of the web.
  const lead = /^(?:[^]*[/=?&{}|])?['`.*_~]*/.exec(text.slice(start, sign))?.[0].length ?? 0;
  return start + lead < sign ? start + lead : start;
}

function beginningOfQuoted(text: string, sign: number): number {
  const open = text.lastIndexOf('"', sign - 2);
  return open >= 0 && sign - open <= LONGEST_NAME + 2 && !text.slice(open, sign).includes('\n') ? open : sign;
}

/** The host as it stands there; null when there is none. */
function hostAt(text: string, from: number): string | null {
  const local = LOCAL_HOST.exec(text.slice(from, from + 48));
  if (local) return local[0];
  const ahead = text.slice(from, from + LONGEST_HOST);
  let end = 0;
  while (end < ahead.length && OF_HOST.test(characterAt(ahead, end))) end += characterAt(ahead, end).length;
  const spelled = spelledOut(ahead);
  if (spelled !== null) return spelled;
  return matchHost(ahead.slice(0, end));
}

/** The longest host at the beginning; without the words of a script without spaces that follow it. */
function matchHost(text: string): string | null {
  const plain = HOST.exec(text.split(/[。｡]/)[0] ?? '')?.[0];
  const host = plain ?? HOST.exec(text)?.[0] ?? null;
  if (host === null) return null;
  const last = Math.max(host.lastIndexOf('.'), host.lastIndexOf('。'), host.lastIndexOf('｡')) + 1;
  const top = host.slice(last);
  const cut = /^[a-z]/i.test(top) ? top.search(SPACELESS) : -1;
  return cut >= 2 ? host.slice(0, last + cut) : host;
}

/** A host with its dots in words, such as `example (dot) com`. */
function spelledOut(text: string): string | null {
  const found = /^[\p{L}\p{N}-]{1,63}(?: ?[([{<] ?(?:dot|punkt|punto|point) ?[)\]}>] ?[\p{L}\p{N}-]{2,63}){1,4}/iu.exec(
    text,
  );
  return found?.[0] ?? null;
}

function characterAt(text: string, place: number): string {
  return String.fromCodePoint(text.codePointAt(place) ?? 0);
}
