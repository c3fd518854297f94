import { compile } from 'html-to-text';
import { isReadable, unlessTooDeep } from './html-depth.ts';

const toText = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, noAnchorUrl: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
});

/** The words of a mail's HTML, quotes marked with `>`; null where it is too large or too deep to be read. */
export function textOfHtml(html: string): string | null {
  return isReadable(html) ? unlessTooDeep(() => toText(html)) : null;
}
