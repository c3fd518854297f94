/** A field of a header, its name in small letters, its value unfolded. */
export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

const HEADER_MAX = 256 * 1024;
/** Of a header with more fields than anybody's servers write, the rest is not looked at. */
const LINES_MAX = 2_000;

/** The fields of a mail as it came, from the top, up to the first empty line. What is no field is passed over. */
export function headerLines(raw: Buffer): readonly HeaderLine[] {
  const [header = ''] = raw
    .subarray(0, HEADER_MAX)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  return header
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/, LINES_MAX)
    .flatMap((line) => {
      const [, name, value = ''] = /^([!-9;-~]+)[ \t]*:([^]*)$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name: name.toLowerCase(), value: value.trim() }];
    });
}
