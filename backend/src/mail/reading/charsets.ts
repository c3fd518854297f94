import { detect } from 'chardet';
import { isUtf8 as validUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** What stands for any bytes, so that nothing is lost where nothing fits. */
const ANY = 'windows-1252';
const SEVEN_BITS = /^\p{ASCII}*$/u;
/** How Japanese begins in ISO-2022-JP, seven bits of which are all ASCII. */
const ESCAPES = ['\x1B$B', '\x1B$@'] as const;
/** Charsets that look like others: what declares one of them is no UTF-8 even where it looks so. */
const UNLIKE_UTF8 = /^(?:utf-?(?:7|16|32)|ucs-?[24]|unicode-1-1|unicode$|iso-10646|iso-2022)/i;
/**
 * What `TextDecoder` takes for something else, in one order of bytes whatever they are, or without what Windows and Hong Kong have added to it.
 */
const BY_LIBRARY =
  /^(?:utf-?7|unicode-1-1-utf-?7|utf-?16|ucs-?[24]|utf-?32\w*|(?:ks_?c_?5601|euc-?kr|cseuckr|korean|windows-949|cp949|ms949|uhc|big5|cn-big5|csbig5).*)$/i;
/** What the library knows by another name. */
const NAMES: Readonly<Record<string, string>> = {
  unicode: 'utf-16',
  'iso-10646-ucs-2': 'utf-16',
  csunicode: 'utf-16',
  'mac-ce': 'maccenteuro',
  'mac-centraleurroman': 'maccenteuro',
  ms949: 'cp949',
  uhc: 'cp949',
  'cn-big5': 'big5',
  csbig5: 'big5',
};
/** What fits every byte and says nothing of those that are no ASCII. */
const ASCII = /^(?:us-)?ascii$|^ansi_x3\.4/i;
/** Where HTML names its charset itself, near its beginning. */
const META = /<meta\b[^<>]{0,200}\bcharset\s*=\s*["']?([\w.:-]{1,40})/i;
const META_WITHIN = 2_048;
/** What the library reads as well, and is no charset: of text it would make other text. */
const NO_CHARSET = /^(?:base[^a-z0-9]*64|hex)$/i;
const UTF8 = /^utf-?8$/i;
const LOST = '\uFFFD';
const LAST_OF_ASCII = '\x7F';

/**
 * Bytes as text. Bytes that are UTF-8 are read as such whatever was declared, as hardly anything else looks like it; then what
 * was declared, where that fits; then what they look like, which takes longest to find out.
 */
export function decoded(bytes: Buffer, named: string | null): string {
  const declared = named === null ? charsetOfHtml(bytes) : ASCII.test(named) ? null : bareName(named);
  const tries = ESCAPES.some((escape) => bytes.includes(escape))
    ? ['iso-2022-jp']
    : [unlikeUtf8(declared), 'utf-8', declared, () => detect(bytes), UTF8.test(declared ?? '') ? ANY : declared];
  for (const [index, tried] of tries.entries()) {
    const charset = typeof tried === 'function' ? tried() : tried;
    const text = charset === null ? null : read(bytes, charset, index < tries.length - 1);
    if (text !== null) return text;
    const broken = charset === 'utf-8' && UTF8.test(declared ?? charset) ? mostlyUtf8(bytes) : null;
    if (broken !== null) return broken;
  }
  return read(bytes, ANY, false) ?? bytes.toString('latin1');
}

/** A mail's header, one character for each byte, with bytes that are no UTF-8 turned into it; lines of UTF-8 stay beside others. */
export function headerInUtf8(header: string, mail: string): string {
  if (SEVEN_BITS.test(header) && !ESCAPES.some((escape) => header.includes(escape))) return header;
  const [, declared = null] = /\bcharset\s*=\s*"?([\w.:+-]+)/i.exec(mail) ?? [];
  const lines = header.split('\r\n');
  const others = lines.filter((line) => !isUtf8(line));
  const read = decoded(Buffer.from(others.join('\r\n'), 'latin1'), declared).split('\r\n');
  if (read.length !== others.length)
    return Buffer.from(decoded(Buffer.from(header, 'latin1'), declared)).toString('latin1');
  return lines.map((line) => (isUtf8(line) ? line : Buffer.from(read.shift() ?? '').toString('latin1'))).join('\r\n');
}

function isUtf8(line: string): boolean {
  return !ESCAPES.some((escape) => line.includes(escape)) && validUtf8(Buffer.from(line, 'latin1'));
}

function charsetOfHtml(bytes: Buffer): string | null {
  return META.exec(bytes.subarray(0, META_WITHIN).toString('latin1'))?.[1] ?? null;
}

/** A name of a charset without what some programs set before it. */
function bareName(charset: string): string {
  const bare = charset.replace(/^x-/i, '');
  return NAMES[bare.toLowerCase()] ?? (iconv.encodingExists(bare) ? bare : charset);
}

function unlikeUtf8(declared: string | null): string | null {
  return declared !== null && UNLIKE_UTF8.test(declared) ? declared : null;
}

/** UTF-8 of which some bytes are broken, as by a program that cut it: at most as many as there are whole characters. */
function mostlyUtf8(bytes: Buffer): string | null {
  const text = bytes.toString('utf8');
  let [whole, lost] = [0, 0];
  for (const character of text)
    if (character === LOST) lost++;
    else if (character > LAST_OF_ASCII) whole++;
  return whole >= lost ? text : null;
}

function read(bytes: Buffer, charset: string, strictly: boolean): string | null {
  const decoder = BY_LIBRARY.test(charset) ? null : decoderOf(charset, strictly);
  if (decoder === null) return readByLibrary(bytes, charset, strictly);
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Null for a charset that it does not know. */
function decoderOf(charset: string, strictly: boolean): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(charset, { fatal: strictly, ignoreBOM: false });
  } catch {
    return null;
  }
}

/** What browsers have forgotten, such as the charsets of DOS. */
function readByLibrary(bytes: Buffer, charset: string, strictly: boolean): string | null {
  if (NO_CHARSET.test(charset) || !iconv.encodingExists(charset)) return null;
  const text = iconv.decode(bytes, charset);
  return strictly && text.includes(LOST) ? null : text;
}
