/** Three words in one line, as base64 never has them, whatever rubbish stands within it. */
const PROSE = /\S[ \t]+\S+[ \t]+\S/;
/** Lines before words are base64 from so many characters on: a greeting is shorter. */
const BASE64_MIN = 16;
const ENCODED = /^[a-z0-9+/]*={0,2}\s*$/i;
const NOT_OF_BASE64 = /[^a-z0-9+/=]+/gi;

/**
 * The bytes of a text that is declared as base64, one character of `body` for each byte. What was never encoded stays as it is: all of it,
 * or what a list or a scanner has put below.
 */
export function textInBase64(body: string): Buffer {
  const lines = body.split('\n');
  if (!lines.some((line) => PROSE.test(line))) return bytesOf(body);
  const firstOther = lines.findIndex((line) => !ENCODED.test(line));
  const end = lines.slice(0, firstOther).findLastIndex((line) => line.trim() !== '') + 1;
  const before = lines.slice(0, end).join('').replace(/\s+/g, '');
  if (before.length < BASE64_MIN || before.length % 4 > 0) return Buffer.from(body, 'latin1');
  return Buffer.concat([bytesOf(before), Buffer.from(`\n${lines.slice(end).join('\n')}`, 'latin1')]);
}

/** Padding may stand in the middle, where texts were encoded one by one. */
function bytesOf(base64: string): Buffer {
  const bare = base64.replace(NOT_OF_BASE64, '');
  const bytes = Buffer.alloc(bare.length);
  let length = 0;
  // One by one: of a text that is all padding there are millions.
  for (let start = 0; start < bare.length;) {
    const padding = bare.indexOf('=', start);
    const end = padding < 0 ? bare.length : padding;
    length += bytes.write(bare.slice(start, end), length, 'base64');
    start = end + 1;
  }
  return bytes.subarray(0, length);
}
