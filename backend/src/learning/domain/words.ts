import type { PlainText } from './plain-text.ts';

/** Kinds of tokens that are told by their form alone: their own letters are nobody's business and never stored. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/(?:https?:\/\/|www\.)\S+/gu, '‹url›'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu, '‹mail›'],
  [
    /(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£¥]|(?:usd|eur|gbp|chf|euros?|dollars?|pounds?|bucks|quid)\b))/gu,
    '‹money›',
  ],
  [/\d[\d.,]*\s?%/gu, '‹percent›'],
  // What stands in the place of a name or number that somebody took out.
  [/(?<![\p{L}\p{N}])x{2,}(?:[/.-]x{2,})*(?![\p{L}\p{N}])/gu, '‹code›'],
];

/** What every one of those forms has in it: most texts have none, and need not be looked through four times. */
const MAYBE_FORMED = /[\d@]|:\/\/|www\.|xx/;

const TOKEN = /‹\p{L}+›|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{L}*\d[\p{L}\p{N}._:/-]*/gu;

/** A word that is the same in every normal form. */
const PLAIN = /^[a-z']+$/;
/** Nothing but small letters of ASCII and what stands between words: most of what is written, and quickly taken apart. */
const SIMPLE = /^[\t\r -/:-@[-~]*$/;
const SIMPLE_WORD = /[a-z]+(?:'[a-z]+)*/g;
const ENDS_STRETCH = /[\n.!?;:()[\]{}"“”„«»]+/;

/** Scripts that put no space between words: two letters that follow each other stand for a word there. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The tokens of a text, in order. What has a digit in it is a `‹code›`; `null` ends a stretch that belongs together. */
export function wordsOf(text: string): (string | null)[] {
  let formed = text;
  if (MAYBE_FORMED.test(text)) for (const [form, name] of FORMS) formed = formed.replace(form, ` ${name} `);
  const words: (string | null)[] = [];
  for (const stretch of formed.split(ENDS_STRETCH)) {
    if (SIMPLE.test(stretch)) for (const word of stretch.match(SIMPLE_WORD) ?? []) words.push(word);
    else for (const token of stretch.match(TOKEN) ?? []) addToken(token, words);
    words.push(null);
  }
  return words;
}

function addToken(token: string, words: (string | null)[]): void {
  if (PLAIN.test(token) || token.startsWith('‹')) words.push(token);
  else if (/\d/.test(token)) words.push('‹code›');
  else if (UNSPACED.test(token)) words.push(...pairs(token));
  else words.push(token.replaceAll('’', "'").normalize('NFC'));
}

/** Several readers ask for the words of one text, one after the other. */
const read = new WeakMap<PlainText, readonly (string | null)[]>();

export function wordsOfTicket(text: PlainText): readonly (string | null)[] {
  const known = read.get(text);
  if (known) return known;
  const words = [...wordsOf(text.title), ...wordsOf(text.body)];
  read.set(text, words);
  return words;
}

function pairs(token: string): string[] {
  const letters = [...token];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
