import { extensionOf } from './file-extension.ts';

const NAME_MAX = 200;

/** A file's name on one line and without folders; made from its type and its place, counted from 1, where it has none. */
export function fileName(given: string | null, type: string, place: number): string {
  const line = (given ?? '').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
  const bare = line.split(/[/\\]/).at(-1)?.replace(/^\.+/, '').trim() ?? '';
  return bare === '' ? `file-${place}.${extensionOf(type)}` : cut(bare);
}

/** Keeps the ending, which tells people and programs what it is. */
function cut(name: string): string {
  const letters = [...name];
  if (letters.length <= NAME_MAX) return name;
  const ending = /\.[^.]{1,12}$/u.exec(name)?.[0] ?? '';
  return letters.slice(0, NAME_MAX - [...ending].length).join('') + ending;
}
