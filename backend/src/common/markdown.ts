import MarkdownIt, { type Token } from 'markdown-it';
import sanitize from 'sanitize-html';
import { PICTURE_SCHEME, SHOWN_ATTACHMENT, pictureNamed, pictureWords } from './picture-names.ts';

/** What is known while Markdown is written as HTML. */
interface Shown {
  readonly pictures: ReadonlySet<string>;
}

const NO_PICTURES: ReadonlySet<string> = new Set();

/** No HTML of the author's own: it is shown as it was typed. A line is a line, as in a mail. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
// What only looks like an address stays text, and a line that defines one is no line that is left out.
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false });
markdown.disable('reference');
// Nothing is fetched from elsewhere when somebody reads: a picture there is a link to it.
markdown.renderer.rules['image'] = (tokens, index, _, env) => {
  const pictures = (env as Shown | undefined)?.pictures ?? NO_PICTURES;
  const token = tokens[index];
  const { escapeHtml } = markdown.utils;
  const source = String(token?.attrGet('src') ?? '');
  const id = pictureNamed(source);
  if (id === null) return `<a href="${escapeHtml(source)}">${escapeHtml(token?.content || source)}</a>`;
  const words = (token?.children ?? []).map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('');
  if (!pictures.has(id)) return escapeHtml(pictureWords(words));
  return `<img ${SHOWN_ATTACHMENT}="${escapeHtml(id)}" alt="${escapeHtml(words.trim())}">`;
};

const FORMATS = ['p', 'br', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr'];
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const TABLES = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

/**
 * Markdown as HTML that can do nothing but look: no scripts, styles or forms, links to pages, addresses and telephones alone. What
 * is no Markdown is shown as it was typed.
 *
 * @param pictures attachments that may be shown; of others the words are. An image says in `data-attachment` which one it shows.
 */
export function markdownToHtml(text: string, pictures: ReadonlySet<string> = NO_PICTURES): string {
  return sanitize(markdown.render(text, { pictures }), {
    allowedTags: [...FORMATS, ...HEADINGS, ...TABLES, 'a', 'img'],
    allowedAttributes: { a: ['href', 'title', 'rel', 'target'], ol: ['start'], img: [SHOWN_ATTACHMENT, 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: { a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }) },
  }).trim();
}

/** What is read of Markdown: its words without signs, a line for each block. */
export function markdownWords(text: string): string {
  const wordsOf = (token: Token): string => {
    const { type, content, children } = token;
    if (type.endsWith('break')) return ' ';
    const words = children ? children.map(wordsOf).join('') : content;
    return type === 'image' && pictureNamed(String(token.attrGet('src'))) !== null ? pictureWords(words) : words;
  };
  return markdown
    .parse(text, {})
    .map(wordsOf)
    .filter((words) => words.trim() !== '')
    .join('\n');
}

/** The attachments that Markdown names to be shown, whether they are there or not. */
export function picturesIn(text: string): ReadonlySet<string> {
  if (!text.toLowerCase().includes(PICTURE_SCHEME)) return NO_PICTURES;
  const named = (token: Token): (string | null)[] =>
    token.type === 'image' ? [pictureNamed(String(token.attrGet('src')))] : (token.children ?? []).flatMap(named);
  return new Set(
    markdown
      .parse(text, {})
      .flatMap(named)
      .filter((id) => id !== null),
  );
}
