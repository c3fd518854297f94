const FIRST_IS_DOUBLED = /^[^\r\n]*\r{2,}\n/;
const BROKEN = /(?<!\r)\n|\r(?!\n)/;
const BINARY = /^content-transfer-encoding:[ \t]*binary/im;
const WHOLE_HEADER = /^(?:[^\r\n]+\r\n)+\r\n/;

/**
 * A mail, one character for each byte, of which every line ends with CR LF. A mail whose first line ends with CR CR LF has
 * doubled line ends throughout. Bytes that are declared binary stay when the header's lines end as they should.
 */
export function withMailLineEnds(mail: string): string {
  if (!BROKEN.test(mail)) return mail;
  if (WHOLE_HEADER.test(mail) && BINARY.test(mail)) return mail;
  return mail.replace(FIRST_IS_DOUBLED.test(mail) ? /(?<!\r)\r*\n|\r/g : /\r\n|\r|\n/g, '\r\n');
}
