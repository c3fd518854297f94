import type { ParsedFile } from './parsed-file.ts';

/** A text with what OpenPGP has written into it apart. */
export interface ApartBlocks {
  readonly rest: string;
  readonly files: readonly ParsedFile[];
  readonly isEncrypted: boolean;
}

const BEGIN = /^-----BEGIN PGP (MESSAGE|SIGNED MESSAGE|PUBLIC KEY BLOCK)-----[ \t\r]*$/;
const BLOCKS_MAX = 20;

type Kind = 'MESSAGE' | 'SIGNED MESSAGE' | 'PUBLIC KEY BLOCK';

const FILES: Readonly<Record<Kind, { readonly name: string; readonly type: string; readonly end: string }>> = {
  MESSAGE: { name: 'message', type: 'application/pgp-encrypted', end: '-----END PGP MESSAGE-----' },
  'SIGNED MESSAGE': { name: 'signed-message', type: 'text/plain', end: '-----END PGP SIGNATURE-----' },
  'PUBLIC KEY BLOCK': { name: 'public-key', type: 'application/pgp-keys', end: '-----END PGP PUBLIC KEY BLOCK-----' },
};

/**
 * Takes out of a text what is written in it for OpenPGP (RFC 9580, 6.2), each block a file as it was: an encrypted one, of which a line tells in
 * its place; a key; a signed one, of which the words stay.
 */
export function withArmorApart(text: string): ApartBlocks {
  if (!text.includes('-----BEGIN PGP ')) return { rest: text, files: [], isEncrypted: false };
  const lines = text.split('\n');
  const rest: string[] = [];
  const files: ParsedFile[] = [];
  let isEncrypted = false;
  for (let at = 0; at < lines.length; at++) {
    const kind = kindOf(lines[at]);
    if (kind === null || files.length >= BLOCKS_MAX) {
      rest.push(lines[at] ?? '');
      continue;
    }
    const end = endOf(lines, at, kind);
    const block = lines.slice(at, end + 1);
    const file = fileOf(kind, block, files.length);
    files.push(file);
    rest.push(...standingFor(kind, block, file));
    isEncrypted ||= kind === 'MESSAGE';
    at = end;
  }
  return { rest: rest.join('\n'), files, isEncrypted };
}

function kindOf(line: string | undefined): Kind | null {
  return (BEGIN.exec(line ?? '')?.[1] as Kind | undefined) ?? null;
}

/** A block without an end goes on to the end of the text. */
function endOf(lines: readonly string[], begin: number, kind: Kind): number {
  const end = lines.findIndex((line, at) => at > begin && line.startsWith(FILES[kind].end));
  return end < 0 ? lines.length - 1 : end;
}

function fileOf(kind: Kind, block: readonly string[], before: number): ParsedFile {
  const { name, type } = FILES[kind];
  const number = before === 0 ? '' : `-${before + 1}`;
  return { name: `${name}${number}.asc`, type, inlineId: null, content: Buffer.from(`${block.join('\n')}\n`) };
}

function standingFor(kind: Kind, block: readonly string[], { name }: ParsedFile): readonly string[] {
  if (kind === 'MESSAGE') return [`(This part is encrypted: ${name ?? ''})`];
  return kind === 'SIGNED MESSAGE' ? signedWords(block) : [];
}

/** What stands between the fields and the signature; a line that begins with a dash has another one before it. */
function signedWords(block: readonly string[]): readonly string[] {
  const empty = block.findIndex((line) => line.trim() === '');
  const signature = block.findIndex((line) => line.startsWith('-----BEGIN PGP SIGNATURE-----'));
  return block
    .slice(empty < 0 ? 1 : empty + 1, signature < 0 ? undefined : signature)
    .map((line) => line.replace(/^- /, ''));
}
