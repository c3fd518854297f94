import sanitize from 'sanitize-html';
import { isReadable, unlessTooDeep } from './html-depth.ts';

const COLOUR = [/^#[0-9a-f]{3,8}$/i, /^[a-z]{3,20}$/i, /^rgba?\([\d\s.,%]+\)$/i];
const KEYWORD = [/^[a-z-]{1,20}$/i];

/** A link that begins otherwise would lead into the desk: what a mail does not name a server of is nowhere. */
const ADDRESS = /^\s*(?:https?:\/\/|mailto:|tel:)/i;

/** A picture's address that a browser would fetch from elsewhere waits here until somebody asks for it. */
export const REMOTE_PICTURE = 'data-remote-src';
/** A picture that came with the mail: its Content-ID. */
export const OWN_PICTURE = 'data-cid';

const OPTIONS: sanitize.IOptions = {
  allowedTags:
    'a abbr b blockquote br caption code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre q s small span strike strong sub sup table tbody td tfoot th thead tr u ul'.split(
      ' ',
    ),
  allowedAttributes: {
    '*': ['dir', 'lang', 'style'],
    a: ['href', 'title', 'rel'],
    img: ['alt', 'width', 'height', REMOTE_PICTURE, OWN_PICTURE],
    td: ['colspan', 'rowspan', 'align'],
    th: ['colspan', 'rowspan', 'align'],
    ol: ['start'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  allowedStyles: {
    '*': {
      color: COLOUR,
      'font-weight': [/^(?:bold|normal|[1-9]00)$/],
      'font-style': KEYWORD,
      'text-align': KEYWORD,
      'text-decoration': KEYWORD,
    },
  },
  nonTextTags: [
    'style',
    'script',
    'textarea',
    'option',
    'noscript',
    'title',
    'template',
    'svg',
    'math',
    'iframe',
    'object',
  ],
  transformTags: {
    a: (tagName, { href = '', ...attribs }) => ({
      tagName,
      attribs: { ...(ADDRESS.test(href) ? { href } : {}), ...attribs, rel: 'noopener noreferrer nofollow' },
    }),
    img: (tagName, { src = '', alt = '', width, height }) => ({
      tagName,
      attribs: { alt, ...sized('width', width), ...sized('height', height), ...pictured(src.trim()) },
    }),
  },
};

/**
 * HTML of a stranger that may be shown on a page: no scripts, forms, frames, styles that leave their box, or addresses but of
 * the web, mail and telephones. Nothing in it is fetched: pictures carry `data-remote-src` or `data-cid` in place of `src`.
 * Null where it is too large or too deep to be read.
 */
export function safeHtml(html: string): string | null {
  return isReadable(html) ? unlessTooDeep(() => sanitize(html, OPTIONS)) : null;
}

function sized(name: string, value: string | undefined): Record<string, string> {
  return value !== undefined && /^\d{1,4}$/.test(value) ? { [name]: value } : {};
}

function pictured(src: string): Record<string, string> {
  if (/^cid:/i.test(src)) return { [OWN_PICTURE]: src.slice(4) };
  return /^https?:\/\//i.test(src) ? { [REMOTE_PICTURE]: src } : {};
}
