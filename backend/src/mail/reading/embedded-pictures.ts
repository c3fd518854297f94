import { createHash } from 'node:crypto';
import type { ParsedFile } from './parsed-file.ts';

/** A picture whose content stands in the address of an image. Text is never taken for one: in it, no `<` stands by itself. */
const EMBEDDED =
  /(<img\b[^<>]{0,2000}?\bsrc\s*=\s*["']\s*)data:(image\/[a-z0-9.+-]{1,30})\s*;\s*base64\s*,([a-z0-9+/=\s]+)/gi;

/** HTML with the pictures apart that stood in it. */
export interface ApartPictures {
  /** Names them by `cid:`, as those that are parts of the mail. */
  readonly html: string;
  readonly pictures: readonly ParsedFile[];
}

/** Takes pictures out of HTML that stand in it as `data:`, so that they are files like all others; the same one is taken once. */
export function withPicturesApart(html: string): ApartPictures {
  const pictures = new Map<string, ParsedFile>();
  const apart = html.replace(EMBEDDED, (_, before: string, type: string, base64: string) => {
    const content = Buffer.from(base64, 'base64');
    const inlineId = `${createHash('sha256').update(content).digest('hex')}@embedded`;
    pictures.set(inlineId, { name: null, type: type.toLowerCase(), inlineId, content });
    return `${before}cid:${inlineId}`;
  });
  return { html: apart, pictures: [...pictures.values()] };
}
