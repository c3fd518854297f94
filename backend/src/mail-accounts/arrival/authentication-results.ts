/** One method of a field `Authentication-Results` (RFC 8601), like `dmarc=pass header.from=example.org`; names in small letters. */
export interface MethodResult {
  readonly method: string;
  readonly result: string;
  /** Like `header.from`, as it is written. Of one that stands there twice, the first. */
  readonly properties: ReadonlyMap<string, string>;
}

/** What a server wrote that checked a mail. */
export interface AuthenticationResults {
  /** The name of the server, in small letters. */
  readonly id: string;
  readonly methods: readonly MethodResult[];
}

/** A server writes some hundred characters; what is longer is not looked at. */
const FIELD_MAX = 64 * 1024;
const SEGMENT = /;|(?:[^;"]|"(?:[^"\\]|\\[^])*")+/g;
/** A name with what is said of it; what is quoted by itself, and names that nothing is said of, are passed over. */
const PAIR = /"(?:[^"\\]|\\[^])*"|([^\s="]+)(?:\s*=\s*((?:[^\s"]|"(?:[^"\\]|\\[^])*")*))?/g;
const INSTANCE = /^\s*i\s*=\s*\d{1,2}\s*;/i;

/**
 * Reads the value of `Authentication-Results`, or of `ARC-Authentication-Results`, which has an instance before it. Comments are passed
 * over. Null where it is not written as it should be, or has no name of a server, or another version than the first.
 */
export function readAuthenticationResults(value: string): AuthenticationResults | null {
  const plain = value.length > FIELD_MAX ? null : withoutComments(value);
  if (plain === null) return null;
  const [first = '', ...rest] = segmentsOf(plain.replace(INSTANCE, ''));
  const [, quoted, token, version = '1'] =
    /^\s*(?:"((?:[^"\\]|\\[^])*)"|([^\s="]+))(?:\s+(\S+))?\s*$/.exec(first) ?? [];
  const id = quoted === undefined ? token : unescaped(quoted);
  if (id === undefined || version !== '1') return null;
  return { id: id.toLowerCase(), methods: rest.flatMap(methodOf) };
}

/** The text without its comments, which may nest; null where a comment or a quoted string does not end. */
function withoutComments(value: string): string | null {
  let depth = 0;
  let isQuoted = false;
  let plain = '';
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    const isEscape = sign === '\\' && (isQuoted || depth > 0);
    if (depth === 0) plain += isEscape ? value.slice(at, at + 2) : sign === '(' && !isQuoted ? ' ' : sign;
    if (isEscape) at++;
    else if (sign === '"' && depth === 0) isQuoted = !isQuoted;
    else if (sign === '(' && !isQuoted) depth++;
    else if (sign === ')' && depth > 0) depth--;
  }
  return isQuoted || depth > 0 ? null : plain;
}

function segmentsOf(plain: string): string[] {
  return (plain.match(SEGMENT) ?? []).filter((segment) => segment !== ';');
}

function methodOf(segment: string): MethodResult[] {
  const [method, ...pairs] = [...segment.matchAll(PAIR)].flatMap(([, name, value]) =>
    name === undefined || value === undefined ? [] : [[name.toLowerCase(), unquoted(value)]],
  );
  if (!method) return [];
  const [name = '', result = ''] = method;
  const properties = new Map<string, string>();
  for (const [property = '', said = ''] of pairs) if (!properties.has(property)) properties.set(property, said);
  return [{ method: name.replace(/\/.*$/, ''), result: result.toLowerCase(), properties }];
}

function unquoted(text: string): string {
  return text.replace(/"((?:[^"\\]|\\[^])*)"/g, (_, inner: string) => unescaped(inner));
}

function unescaped(text: string): string {
  return text.replace(/\\([^])/g, '$1');
}
