const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;
/** Texts that people can read as they are written. */
const READABLE = new Set(['text/markdown', 'text/x-markdown', 'text/unknown']);
const PLAIN = 'text/plain';

/**
 * The type of a part as it is read: what is no type at all is plain text (RFC 2045, 5.2), and so is a mail that is nothing but a text of
 * a kind that reads as it is.
 */
export function readType(declared: string, isWholeMail: boolean): string {
  if (!TYPE.test(declared)) return PLAIN;
  return isWholeMail && READABLE.has(declared.toLowerCase()) ? PLAIN : declared;
}

/** The encoding of a part as it is read, whatever stands around its name or in the middle of it (`"base-64"`). */
export function readEncoding(declared: string): string {
  const bare = declared.toLowerCase().replace(/[^a-z0-9]/g, '');
  return bare === 'base64' ? bare : bare === 'quotedprintable' ? 'quoted-printable' : declared;
}

/** Whether a part says that it is encoded as files were before there were parts. */
export function isUuencoded(encoding: string): boolean {
  return /^(?:x-)?uu(?:e|encode)?$/i.test(encoding);
}
