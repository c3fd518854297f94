import MarkdownIt from 'markdown-it';
import sanitize from 'sanitize-html';

/** No HTML of the author's own: it is shown as it was typed. A line is a line, as in a mail. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
// What only looks like an address stays text, and a line that defines one is no line that is left out.
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false });
markdown.disable('reference');
// Nothing is fetched from elsewhere when somebody reads: a picture is a link to it.
markdown.renderer.rules['image'] = (tokens, index) => {
  const { content = '' } = tokens[index] ?? {};
  const source = String(tokens[index]?.attrGet('src') ?? '');
  return `<a href="${markdown.utils.escapeHtml(source)}">${markdown.utils.escapeHtml(content || source)}</a>`;
};

const FORMATS = ['p', 'br', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr'];
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const TABLES = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

/**
 * Markdown as HTML that can do nothing but look: no scripts, styles, pictures or forms, links to pages, addresses and telephones
 * alone. What is no Markdown is shown as it was typed.
 */
export function markdownToHtml(text: string): string {
  return sanitize(markdown.render(text), {
    allowedTags: [...FORMATS, ...HEADINGS, ...TABLES, 'a'],
    allowedAttributes: { a: ['href', 'title', 'rel', 'target'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: { a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }) },
  }).trim();
}
