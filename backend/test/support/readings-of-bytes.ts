import { createHash } from 'node:crypto';
import { brotliDecompressSync, constants, inflateRawSync, inflateSync, unzipSync } from 'node:zlib';
import iconv from 'iconv-lite';

/** Mails in mails, whose parts are encoded, packed in a file that is encoded: deeper than that nobody writes. */
const DEEPEST = 6;
/** How gzip, zip and deflate begin. */
const PACKED = ['1f8b08', '504b03', '7801', '785e', '789c', '78da'].map((hex) => Buffer.from(hex, 'hex'));
/** What is larger, such as a model, is unpacked and read as it stands, its words alone. */
const LARGE = 200_000;
const LONGEST_HASH = 64;
/** What is garbage is not read on. */
const LEGIBLE = 0.85;
const CHARSETS = ['utf8', 'windows-1252', 'windows-1251', 'koi8-r', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'];
const NEEDS_CHARSET = /[^\x20-\x7e\s]/;
const SIGNS: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', szlig: 'ß', aelig: 'æ', AElig: 'Æ', oslash: 'ø' },
  ...{ Oslash: 'Ø', shy: '' },
};
const MARKS: Readonly<Record<string, string>> = {
  ...{ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', uml: '\u0308', ring: '\u030a' },
  ...{ caron: '\u030c', cedil: '\u0327' },
};

/**
 * All that some bytes say, in one form of letters (`inOneForm`): as they stand and as whatever they may encode, one within the other.
 * Bytes are taken for each of some encodings of characters; a text is read as base64 of both alphabets, also broken over lines,
 * quoted-printable, encoded words and continued parameters of mails, percent-encoding, escapes of JSON and entities of HTML, hexadecimal
 * digits; what is packed (gzip, deflate, brotli, zip) is unpacked.
 */
export function readingsOf(bytes: Buffer): string {
  const said: string[] = [];
  const read = new Set<string>();
  const waiting: (readonly [Buffer, number])[] = [[bytes, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [piece, depth] = next;
    const key = createHash('sha1').update(piece).digest('base64');
    if (read.has(key)) continue;
    read.add(key);
    for (const text of textsOf(piece)) said.push(inOneForm(text));
    if (depth === DEEPEST) continue;
    const inner = [...unpacked(piece), ...(piece.length < LARGE ? decoded(piece.toString('latin1')) : [])];
    for (const one of inner) waiting.push([one, depth + 1]);
  }
  if (bytes.length <= LONGEST_HASH) said.push(bytes.toString('hex'));
  return said.join('\n');
}

/** Letters without case and marks, and without characters that readers do not see. */
export function inOneForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

function textsOf(piece: Buffer): string[] {
  if (piece.length >= LARGE) return [(piece.toString().match(/[\p{L}\p{M}\p{N}"'_ ,@.~-]{5,}/gu) ?? []).join('\n')];
  const wide = piece.includes(0) ? [piece.toString('utf16le'), iconv.decode(piece, 'utf-16be')] : [];
  const latin = piece.toString('latin1');
  if (!NEEDS_CHARSET.test(latin)) return [latin];
  return [...wide, ...CHARSETS.map((charset) => iconv.decode(piece, charset))];
}

/** Bytes stand as characters of Latin-1 here, so that none is lost. */
function decoded(text: string): Buffer[] {
  const written = DECODERS.reduce((read, decode) => decode(read), text);
  // Quoted lines, folded lines, lines of encodings.
  const whole = [written, written.replace(/<\/?[a-z][^<>]*>/gi, ''), text.replace(/[\r\n]+[ \t>]*/g, '')];
  const changed = whole.filter((reading) => reading !== text).map((reading) => Buffer.from(reading, 'latin1'));
  return [...changed, ...[...base64(text), ...hexadecimal(text)].filter(isWorthReading)];
}

/** Each leaves alone what the others read, so that a text is read by all of them, one after the other. */
const DECODERS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([nrt"\\/]))/gi, unescaped),
  encodedWords,
  (text) => text.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => byteOf(hex)),
  (text) => text.replace(/"?\s*;\s*[\w-]+\*\d+\*?="?/g, ''),
  (text) => text.replace(/%([0-9A-F]{2})/gi, (_, hex: string) => byteOf(hex)),
  (text) => text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, entity),
];

function* base64(text: string): Generator<Buffer> {
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{8,}/g))
    for (let from = 0; from < 4; from += 1) yield Buffer.from(run.slice(from), 'base64');
}

function* hexadecimal(text: string): Generator<Buffer> {
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}){4,}[0-9a-f]?/gi))
    for (const from of [0, 1])
      yield Buffer.from(run.slice(from, from + 2 * Math.floor((run.length - from) / 2)), 'hex');
}

function encodedWords(text: string): string {
  return text
    .replace(/(=\?[^?\s]+\?[BQ]\?[^?\s]*\?=)(?:\s+(?==\?))/gi, '$1')
    .replace(/=\?([^?\s]+)\?([BQ])\?([^?\s]*)\?=/gi, (_, charset: string, kind: string, words: string) => {
      const bytes = kind.toUpperCase() === 'B' ? Buffer.from(words, 'base64') : Buffer.from(quoted(words), 'latin1');
      // What is not of UTF-8 is brought into it: each word may be of another encoding.
      const [name = ''] = charset.split('*');
      return iconv.encodingExists(name)
        ? Buffer.from(iconv.decode(bytes, name)).toString('latin1')
        : bytes.toString('latin1');
    });
}

function quoted(words: string): string {
  return words.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => byteOf(hex));
}

function byteOf(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

function unescaped(whole: string, unit?: string, byte?: string, sign?: string): string {
  if (unit) return asBytes(String.fromCharCode(Number.parseInt(unit, 16)));
  if (byte) return byteOf(byte);
  return { n: '\n', r: '\r', t: '\t' }[sign ?? ''] ?? sign ?? whole;
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  if (code <= 0x10ffff) return asBytes(String.fromCodePoint(code));
  const marked = /^([a-z])([a-z]+)$/i.exec(name ?? '');
  const mark = MARKS[marked?.[2] ?? ''];
  return mark ? asBytes(`${marked?.[1] ?? ''}${mark}`.normalize('NFC')) : asBytes(SIGNS[name ?? ''] ?? whole);
}

function asBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function unpacked(piece: Buffer): Buffer[] {
  const found: Buffer[] = [];
  const attempt = (unpack: () => Buffer, isMeant = (bytes: Buffer) => bytes.length > 0) => {
    try {
      const bytes = unpack();
      if (isMeant(bytes)) found.push(bytes);
    } catch {
      // It was nothing of that kind.
    }
  };
  const cut = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64_000_000 };
  for (const at of placesIn(piece, Buffer.from([0x1f, 0x8b, 0x08]))) attempt(() => unzipSync(piece.subarray(at), cut));
  for (const at of placesIn(piece, Buffer.from('PK\x03\x04', 'latin1'))) {
    if (piece.length < at + 30) continue;
    const content = at + 30 + piece.readUInt16LE(at + 26) + piece.readUInt16LE(at + 28);
    attempt(() => inflateRawSync(piece.subarray(content), cut));
  }
  // A line may stand before, as it does before models.
  const line = piece.subarray(0, 64).indexOf('\n') + 1;
  for (const at of new Set([0, line])) {
    const packed = piece.subarray(at);
    if (packed[0] === 0x78) attempt(() => inflateSync(packed, cut));
    attempt(() => inflateRawSync(packed, cut), isLegible);
    attempt(() => brotliDecompressSync(packed, { maxOutputLength: 64_000_000 }));
  }
  return found;
}

function* placesIn(piece: Buffer, mark: Buffer): Generator<number> {
  for (let at = piece.indexOf(mark); at >= 0; at = piece.indexOf(mark, at + 1)) yield at;
}

/** Of what decodes to anything, whether somebody wrote it, or packed it. */
function isWorthReading(piece: Buffer): boolean {
  return (
    piece.length > 3 && (isLegible(piece) || PACKED.some((start) => piece.subarray(0, start.length).equals(start)))
  );
}

function isLegible(piece: Buffer): boolean {
  let legible = 0;
  let empty = 0;
  for (const byte of piece) {
    if (byte === 0) empty += 1;
    else if (byte >= 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) legible += byte < 0x7f ? 1 : 0.9;
  }
  return legible >= LEGIBLE * (piece.length - (empty <= 0.55 * piece.length ? empty : 0));
}
