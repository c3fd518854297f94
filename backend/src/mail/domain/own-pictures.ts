import { SHOWN_ATTACHMENT } from '../../common/picture-names.ts';

/** An image in safe HTML, in which no `<`, `>` or `"` stands but as a mark. */
const IMAGE = /<img [^>]*>/g;
/** Where an image says which part of its mail it shows. */
const SHOWS = / data-cid="([^"]*)"/;

/**
 * Safe HTML whose images name the attachments that they show, in place of parts of the mail; what was not kept is left as it is.
 *
 * @param kept attachments by the Content-IDs of the parts that they were.
 */
export function withOwnPictures(html: string, kept: ReadonlyMap<string, string>): string {
  if (kept.size === 0) return html;
  return html.replace(IMAGE, (image) =>
    image.replace(SHOWS, (mark, cid: string) => {
      const attachment = kept.get(contentId(cid));
      return attachment === undefined ? mark : ` ${SHOWN_ATTACHMENT}="${attachment}"`;
    }),
  );
}

/** What a `cid:` address, escaped for HTML, names. */
function contentId(address: string): string {
  const written = address
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
