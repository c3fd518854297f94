import { decoded } from './charsets.ts';

/** What stands in a word may hold question marks, though it should not. */
const WORDS =
  /=\?[^?\s]+\?[bq]\?(?:[^?=]|=(?!\?(?!=))|\?(?!=))*\?=(?:\s+=\?[^?\s]+\?[bq]\?(?:[^?=]|=(?!\?(?!=))|\?(?!=))*\?=)*/gi;
const WORD = /=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?((?:[^?=]|=(?!\?(?!=))|\?(?!=))*)\?=/gi;
const UTF8 = /^utf-?8$/i;
/** The end of a line within a character of UTF-8, in a word that was folded. */
const FOLD = /(?<==[89a-f][0-9a-f])\s+(?==[89ab][0-9a-f])/gi;

/**
 * A field's value with its encoded words (RFC 2047) decoded. Words that follow each other in one charset are put together
 * first, as many programs cut characters in two between them.
 */
export function decodedWords(value: string): string {
  return value.replace(WORDS, (run) => {
    const texts: { charset: string; bytes: Buffer[] }[] = [];
    for (const [, charset = '', encoding = '', content = ''] of run.matchAll(WORD)) {
      const bytes = bytesOf(encoding, UTF8.test(charset) ? content.replace(FOLD, '') : content);
      const last = texts.at(-1);
      if (last?.charset === charset.toLowerCase()) last.bytes.push(bytes);
      else texts.push({ charset: charset.toLowerCase(), bytes: [bytes] });
    }
    return texts.map(({ charset, bytes }) => decoded(Buffer.concat(bytes), charset)).join('');
  });
}

function bytesOf(encoding: string, content: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(content, 'base64');
  const bytes = content
    .replace(/_/g, ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
