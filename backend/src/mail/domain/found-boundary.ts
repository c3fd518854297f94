const TYPE_FIELD = /^content-type[ \t]*:([^\r\n]*(?:\r\n[ \t][^\r\n]*)*)/im;
const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"]*)"?|([^\s;]*))/i;
/** The line before a part, which begins with a field of its own. */
const PART = /^--([^\r\n"]{0,199}?[^\s"])[ \t]*\r\n(?:content|mime)-[a-z-]+[ \t]*:/im;

/**
 * The header of a mail in several parts with the boundary that its body has, where it names none or another one; any other header as it
 * is. Both have CR LF at the end of each line.
 */
export function withFoundBoundary(header: string, body: string): string {
  const { field, type, parameter, named } = typeIn(header);
  if (!/^\s*multipart\b/i.test(type)) return header;
  if (named !== '' && body.includes(`--${named}`)) return header;
  const [, found] = PART.exec(body) ?? [];
  if (found === undefined) return header;
  const rest = type
    .replace(parameter, '')
    .trim()
    .replace(/^multipart(?!\/)/i, 'multipart/mixed')
    .replace(/;$/, '');
  return header.replace(field, () => `Content-Type: ${rest}; boundary="${found}"`);
}

/** The boundary that the header of a mail names; empty where it names none. */
export function namedBoundary(header: string): string {
  return typeIn(header).named;
}

function typeIn(header: string): Readonly<Record<'field' | 'type' | 'parameter' | 'named', string>> {
  const [field = '', type = ''] = TYPE_FIELD.exec(header) ?? [];
  const [parameter = '', quoted, bare = ''] = BOUNDARY.exec(type) ?? [];
  return { field, type, parameter, named: quoted ?? bare };
}
