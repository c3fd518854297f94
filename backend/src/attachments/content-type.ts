import { fileTypeFromBuffer } from 'file-type';

/** How much of the beginning of a content says what it is, in bytes. */
export const TELLING_BYTES = 16 * 1024;

const UNKNOWN = 'application/octet-stream';
/** What no text has: control characters but for tabs, ends of lines and pages, and escapes. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;

/** The type of a content by its beginning: by the marks of its format, else plain text or bytes. */
export async function contentType(beginning: Uint8Array): Promise<string> {
  // It gives up on what ends too early for it.
  const known = await fileTypeFromBuffer(beginning).catch(() => undefined);
  if (known) return known.mime;
  return isText(beginning) ? 'text/plain' : UNKNOWN;
}

function isText(beginning: Uint8Array): boolean {
  try {
    // The last character may be cut.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    return !NO_TEXT.test(text);
  } catch {
    return false;
  }
}
