import DOMPurify from 'dompurify';
import { linkTarget } from './link-target';
import { NOBODY, markMentions } from './mention/mention-marks';
import { OWN_MARK } from './own-pictures';
import { QUOTE_MARK } from './quote-mark';
import { REMOTE_MARK, remoteAddress } from './remote-pictures';

/** What a message is made of: text, lists, quotes, code, tables, links, pictures. No forms, no styles, nothing that has a name. */
const TAGS = [
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'a', 'img'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins', 'sub', 'sup', 'span', 'div'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];
/** Beside the address of a link: none of them leads anywhere. */
const ATTRIBUTES = [
  ...['start', 'dir', 'lang', 'colspan', 'rowspan', 'alt', 'width', 'height'],
  ...[QUOTE_MARK, OWN_MARK, REMOTE_MARK],
];
const ADDRESSES = /^(?:https?:\/\/|mailto:|tel:)/i;
/** A browser makes as many cells as a stranger says. */
const SPAN_MAX = 100;

/** Where the pictures of a message are to be had; null for what is not to be shown. */
export interface PictureSources {
  /** Of one that came with it, by the id of the attachment. */
  readonly own: (id: string) => string | null;
  /** Of one that is elsewhere. */
  readonly remote: (address: URL) => string | null;
}

export const NO_PICTURES: PictureSources = { own: () => null, remote: () => null };

const purifier = DOMPurify(window);

/**
 * HTML of whoever wrote it, made harmless once more: the API has done so too.
 *
 * @param mentionable by which names it may mention people of the desk, who are marked.
 */
export function harmlessHtml(html: string, sources = NO_PICTURES, mentionable = NOBODY): string {
  // In a document of its own, which loads nothing.
  const body = purifier.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', ...ATTRIBUTES],
    ADD_URI_SAFE_ATTR: ATTRIBUTES,
    ALLOWED_URI_REGEXP: ADDRESSES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM: true,
  });
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) keepOutOfOutline(heading);
  for (const cell of body.querySelectorAll('td, th')) boundSpans(cell);
  for (const image of body.querySelectorAll('img')) showPicture(image, sources);
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href]')) showTarget(link);
  markMentions(body, mentionable);
  return body.innerHTML;
}

/** The headings of a page are the page's own: who moves by them finds no stranger's among them. */
function keepOutOfOutline(heading: Element): void {
  const words = heading.ownerDocument.createElement('div');
  words.className = 'heading';
  words.append(...heading.childNodes);
  heading.replaceWith(words);
}

function boundSpans(cell: Element): void {
  for (const name of ['colspan', 'rowspan']) {
    if (Number(cell.getAttribute(name)) > SPAN_MAX) cell.removeAttribute(name);
  }
}

/** A picture that is to be shown leads to itself, as large as it is; of another one its words stay. */
function showPicture(image: HTMLImageElement, { own, remote }: PictureSources): void {
  const id = image.getAttribute(OWN_MARK);
  const address = remoteAddress(image);
  const source = id === null ? address && remote(address) : own(id);
  for (const mark of [OWN_MARK, REMOTE_MARK]) image.removeAttribute(mark);
  if (source === null) {
    image.replaceWith(...wordsFor(image));
    return;
  }
  image.setAttribute('src', source);
  image.setAttribute('loading', 'lazy');
  image.setAttribute('referrerpolicy', 'no-referrer');
  if (id === null || image.closest('a')) return;
  const link = image.ownerDocument.createElement('a');
  const name = `Open the picture${image.alt.trim() === '' ? '' : `: ${image.alt}`}`;
  for (const [key, value] of Object.entries({ href: source, target: '_blank', title: name, class: 'picture' }))
    link.setAttribute(key, value);
  if (image.alt.trim() === '') link.setAttribute('aria-label', name);
  image.replaceWith(link);
  link.append(image);
}

function wordsFor({ alt, ownerDocument }: HTMLImageElement): readonly Element[] {
  if (alt.trim() === '') return [];
  const words = ownerDocument.createElement('span');
  words.className = 'no-picture';
  words.textContent = alt;
  return [words];
}

/** Where a link leads shows when it is pointed at, and always where its text says something else; the desk stays open. */
function showTarget(link: HTMLAnchorElement): void {
  if (link.classList.contains('picture')) return;
  const href = link.getAttribute('href') ?? '';
  const target = linkTarget(link.textContent, href);
  link.setAttribute('title', href);
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
  if (!target || target.isSaid) return;
  if (!target.isElsewhere) {
    link.setAttribute('data-goes-to', target.host);
    return;
  }
  const mark = link.ownerDocument.createElement('span');
  mark.className = 'goes-elsewhere';
  mark.textContent = `goes to ${target.host}`;
  link.append(' ', mark);
}
