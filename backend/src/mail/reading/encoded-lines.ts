import type { ParsedFile } from './parsed-file.ts';

interface FoundFile {
  readonly name: string;
  readonly content: Buffer;
  /** The line behind it. */
  readonly next: number;
}

const FILES_MAX = 100;
const TYPE = 'application/octet-stream';
const UU_BEGIN = /^begin [0-7]{3,4} (\S.{0,250})$/;
const UU_END = /^end\s*$/;
/** No line of uuencode stands for more bytes, and none is longer. */
const UU_BYTES = 45;
const Y_BEGIN = /^=ybegin (?:[a-z]+=\d+ ){2,4}name=(.{1,250})$/;
const Y_END = /^=yend\b/;
const Y_ESCAPE = 61;

/**
 * The files that are written into a text by uuencode or yEnc, as before mails had parts; what only looks like one is none.
 *
 * @param text one character for each byte
 */
export function encodedFiles(text: string): readonly ParsedFile[] {
  if (!/^(?:begin [0-7]{3}|=ybegin )/m.test(text)) return [];
  const lines = text.split('\n');
  const files: ParsedFile[] = [];
  for (let at = 0; at < lines.length && files.length < FILES_MAX;) {
    const found = fileAt(lines, at);
    if (found !== null) files.push({ name: found.name, type: TYPE, inlineId: null, content: found.content });
    at = found?.next ?? at + 1;
  }
  return files;
}

/** The line behind a file that is written into a text from a line on; null where none begins there. */
export function encodedFileEnd(lines: readonly string[], at: number): number | null {
  return fileAt(lines, at)?.next ?? null;
}

/** The bytes of a part that is nothing but one file in uuencode; as it is where it is none. */
export function uudecoded(part: string): Buffer {
  const lines = part.split('\n');
  const begin = lines.findIndex((line) => UU_BEGIN.test(line.trimEnd()));
  return (begin < 0 ? null : uuFile(lines, begin)?.content) ?? Buffer.from(part, 'latin1');
}

function fileAt(lines: readonly string[], at: number): FoundFile | null {
  return uuFile(lines, at) ?? yFile(lines, at);
}

/** A file that begins with a line; it may be cut at the end of the text. */
function uuFile(lines: readonly string[], begin: number): FoundFile | null {
  const [, name] = UU_BEGIN.exec(lines[begin]?.trimEnd() ?? '') ?? [];
  if (name === undefined) return null;
  const pieces: Buffer[] = [];
  for (let at = begin + 1; at < lines.length; at++) {
    const line = lines[at]?.replace(/\r$/, '') ?? '';
    if (UU_END.test(line)) return pieces.length > 0 ? foundFile(name, pieces, at + 1) : null;
    const bytes = uuLine(line);
    if (bytes === null) return null;
    if (bytes.length > 0) pieces.push(bytes);
  }
  return pieces.length > 1 ? foundFile(name, pieces, lines.length) : null;
}

/** The bytes of a line, of which spaces may have been lost at its end; null for what is none. */
function uuLine(line: string): Buffer | null {
  const length = line === '' ? 0 : (line.charCodeAt(0) - 32) & 63;
  const wanted = Math.ceil(length / 3) * 4;
  if (length > UU_BYTES || line.length > wanted + 2 || (length > 0 && /[^ -`]/.test(line))) return null;
  const signs = line.slice(1).padEnd(wanted, ' ');
  const bytes = Buffer.alloc(wanted);
  let written = 0;
  for (let at = 0; at < wanted; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((place) => (signs.charCodeAt(at + place) - 32) & 63);
    written = bytes.writeUIntBE((a << 18) | (b << 12) | (c << 6) | d, written, 3);
  }
  return bytes.subarray(0, length);
}

function yFile(lines: readonly string[], begin: number): FoundFile | null {
  const [, name] = Y_BEGIN.exec(lines[begin]?.trimEnd() ?? '') ?? [];
  if (name === undefined) return null;
  const from = lines[begin + 1]?.startsWith('=ypart ') ? begin + 2 : begin + 1;
  const pieces: Buffer[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]?.replace(/\r$/, '') ?? '';
    if (Y_END.test(line)) return foundFile(name, pieces, at + 1);
    if (line.startsWith('=ybegin ')) return null;
    pieces.push(yLine(line));
  }
  return null;
}

function yLine(line: string): Buffer {
  const bytes = Buffer.from(line, 'latin1');
  let written = 0;
  for (let at = 0; at < bytes.length; at++) {
    const isEscaped = bytes[at] === Y_ESCAPE && at + 1 < bytes.length;
    bytes[written++] = (bytes[isEscaped ? ++at : at] ?? 0) - 42 - (isEscaped ? 64 : 0);
  }
  return bytes.subarray(0, written);
}

function foundFile(name: string, pieces: readonly Buffer[], next: number): FoundFile {
  return { name: Buffer.from(name, 'latin1').toString(), content: Buffer.concat(pieces), next };
}
