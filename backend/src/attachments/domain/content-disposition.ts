/** What RFC 8187 leaves as it is. */
const NOT_PLAIN = /[^A-Za-z0-9!#$&+.^_`|~-]/gu;

/**
 * A Content-Disposition header (RFC 6266) that names a file in any script: once in ASCII for old programs, where a `%` would be
 * taken for an escape by some, and when that is not the name itself, once more in UTF-8 (RFC 8187).
 */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|%/gu, '_');
  const quoted = `${how}; filename="${ascii.replace(/["\\]/g, '\\$&')}"`;
  return ascii === name ? quoted : `${quoted}; filename*=UTF-8''${inUtf8(name)}`;
}

function inUtf8(name: string): string {
  return name.replace(NOT_PLAIN, (character) =>
    Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
