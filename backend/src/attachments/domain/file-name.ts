import { isVisible } from '../../common/validation/unseen.ts';

/** Code points. File systems take 255 bytes, and mail less; what is left still ends as the name did. */
export const FILE_NAME_MAX = 200;

const NAMELESS = 'file';
/** Control characters, breaks of lines, and what turns the direction of letters, so that `exe.fdp` reads as `pdf.exe`. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const MISLEADING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const EXTENSION = /\.[^.\s]{1,20}$/u;

/** The name under which a file is kept: what its sender called it, without folders and without what misleads. */
export function fileName(given: string | undefined): string {
  const last = (given ?? '').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(MISLEADING, '').normalize('NFC').trim();
  return isVisible(name) && !/^\.+$/.test(name) ? shortened(name) : NAMELESS;
}

function shortened(name: string): string {
  const points = Array.from(name);
  if (points.length <= FILE_NAME_MAX) return name;
  const end = Array.from(EXTENSION.exec(name)?.[0] ?? '');
  return [...points.slice(0, FILE_NAME_MAX - end.length), ...end].join('');
}
