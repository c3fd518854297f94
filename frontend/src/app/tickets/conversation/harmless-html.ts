import DOMPurify from 'dompurify';
import { QUOTE_MARK } from './quote-mark';

/** What a message is made of: text, lists, quotes, code, tables, links. No pictures from elsewhere, no forms, no styles. */
const TAGS = [
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'a'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins', 'sub', 'sup', 'span', 'div'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];
/** Beside the address of a link: none of them leads anywhere. */
const ATTRIBUTES = ['start', 'dir', 'lang', 'colspan', 'rowspan', QUOTE_MARK];
const ADDRESSES = /^(?:https?:\/\/|mailto:)/i;

const purifier = DOMPurify(window);

// Where a link leads shows when it is pointed at, and the desk stays open.
purifier.addHook('afterSanitizeAttributes', (element) => {
  if (element.tagName !== 'A' || !element.hasAttribute('href')) return;
  element.setAttribute('title', element.getAttribute('href') ?? '');
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
});

/** HTML of whoever wrote it, made harmless once more: the API has done so too. */
export function harmlessHtml(html: string): string {
  return purifier.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', ...ATTRIBUTES],
    ADD_URI_SAFE_ATTR: ATTRIBUTES,
    ALLOWED_URI_REGEXP: ADDRESSES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}
