import { compile } from 'html-to-text';
import { isReadable, unlessTooDeep } from './html-depth.ts';
import { withoutPadding } from './unseen-signs.ts';

/** Some programs write an emoji as a picture of it. */
const EMOJI =
  /^(?=.{0,20}$)(?:\p{Extended_Pictographic}|\p{Regional_Indicator})[\p{Extended_Pictographic}\p{Regional_Indicator}\p{M}\p{Cf}\p{Emoji_Modifier}]*$/u;

const toText = compile({
  wordwrap: false,
  formatters: {
    emoji: (element, _walk, builder) => {
      const { alt = '' } = element.attribs as { alt?: string };
      if (EMOJI.test(alt)) builder.addInline(alt);
    },
  },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, noAnchorUrl: true } },
    { selector: 'img', format: 'emoji' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
});

/** The words of a mail's HTML, quotes marked with `>`; null where it is too large or too deep to be read. */
export function textOfHtml(html: string): string | null {
  return isReadable(html) ? unlessTooDeep(() => withoutPadding(toText(html))) : null;
}
