import { detect } from 'chardet';

/** What stands for any bytes, so that nothing is lost where nothing fits. */
const ANY = 'windows-1252';
const SEVEN_BITS = /^\p{ASCII}*$/u;
/** How Japanese begins in ISO-2022-JP, seven bits of which are all ASCII. */
const ESCAPES = ['\x1B$B', '\x1B$@'] as const;

/**
 * Bytes as text. Bytes that are UTF-8 are read as such whatever was declared, as hardly anything else looks like it; then what
 * was declared, where that fits; then what they look like.
 */
export function decoded(bytes: Buffer, declared: string | null): string {
  const tries = ESCAPES.some((escape) => bytes.includes(escape))
    ? ['iso-2022-jp']
    : [wide(declared), 'utf-8', declared, detect(bytes), declared];
  for (const [index, charset] of tries.entries()) {
    const text = charset === null ? null : read(bytes, charset, index < tries.length - 1);
    if (text !== null) return text;
  }
  return read(bytes, ANY, false) ?? bytes.toString('latin1');
}

/** A mail's header, one character for each byte, with bytes that are no UTF-8 turned into it. */
export function headerInUtf8(header: string, mail: string): string {
  if (SEVEN_BITS.test(header) && !ESCAPES.some((escape) => header.includes(escape))) return header;
  const [, declared = null] = /\bcharset\s*=\s*"?([\w.:+-]+)/i.exec(mail) ?? [];
  return Buffer.from(decoded(Buffer.from(header, 'latin1'), declared)).toString('latin1');
}

/** A charset of two or four bytes for each character: what it declares is no UTF-8 even where it looks so. */
function wide(declared: string | null): string | null {
  return declared !== null && /^(?:utf-?16|utf-?32|ucs-?2|iso-2022)/i.test(declared) ? declared : null;
}

function read(bytes: Buffer, charset: string, strictly: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal: strictly, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}
