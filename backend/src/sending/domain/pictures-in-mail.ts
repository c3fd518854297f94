import { SHOWN_ATTACHMENT, pictureWords } from '../../common/picture-names.ts';

/** An image in sanitized HTML, in which no `<`, `>` or `"` stands but as a mark. */
const IMAGE = new RegExp(`<img ${SHOWN_ATTACHMENT}="([^"]*)" alt="([^"]*)"[^>]*>`, 'g');
/** Wide screenshots fit where the mail is read. */
const LOOKS = 'max-width: 100%; height: auto';

/** HTML of a mail whose pictures are parts of the mail. */
export interface HtmlWithPictures {
  readonly html: string;
  /** The Content-IDs of those parts, by the attachments that they are. */
  readonly parts: ReadonlyMap<string, string>;
}

/**
 * HTML of a message as a mail: an image names the part of the mail that it shows (`cid:`). Of what does not go along the words stay.
 *
 * @param files the attachments that go along.
 * @param domain part of the Content-IDs.
 */
export function withPictureParts(html: string, files: readonly string[], domain: string): HtmlWithPictures {
  const parts = new Map<string, string>();
  const shown = html.replace(IMAGE, (_, id: string, words: string) => {
    if (!files.includes(id)) return pictureWords(words);
    const part = `${id}@${domain}`;
    parts.set(id, part);
    return `<img src="cid:${part}" alt="${words}" style="${LOOKS}">`;
  });
  return { html: shown, parts };
}
