const QUOTED = /^(["'])([^]*)\1$/;

/**
 * A value as it was meant. Files and forms leave things around a value that nobody sees: line ends, spaces, a byte order
 * mark, and quotes where whoever reads the file takes them for a part of it. A password keeps its spaces and quotes, which
 * may be meant, and loses only line ends.
 */
export function givenValue(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (name.endsWith('_PASSWORD')) return value.replace(/^\uFEFF|[\r\n]+$/g, '');
  const bare = withoutMargin(value);
  return withoutMargin(QUOTED.exec(bare)?.[2] ?? bare);
}

/** Zero-width characters come along when a key is copied from a page. */
function withoutMargin(value: string): string {
  return value.replace(/^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/g, '');
}
