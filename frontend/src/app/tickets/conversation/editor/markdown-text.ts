import {
  MarkdownParser,
  MarkdownSerializer,
  defaultMarkdownParser,
  defaultMarkdownSerializer,
} from 'prosemirror-markdown';
import { DOMSerializer, type Node } from 'prosemirror-model';
import { pictureAt, pictureMarkdown } from '../picture-names';
import { type Tokenizer, keepAddresses, partedAtAddresses } from './addresses';
import { MESSAGE_SCHEMA, markType, nodeType } from './message-schema';
import { type Token, type Tokenizer as CoreTokenizer, readOwnPictures, wordsOf } from './own-pictures-only';

// As the API reads it: no HTML of one's own, a line is a line as in a mail, and nothing that is defined elsewhere.
const markdown = defaultMarkdownParser.tokenizer as unknown as Tokenizer & CoreTokenizer;
markdown.disable(['reference']);
keepAddresses(markdown);
readOwnPictures(markdown);

const parser = new MarkdownParser(MESSAGE_SCHEMA, defaultMarkdownParser.tokenizer, {
  ...defaultMarkdownParser.tokens,
  image: {
    node: 'picture',
    getAttrs: (token) => {
      const image = token as unknown as Token;
      return { name: pictureAt(image.attrGet('src') ?? ''), alt: wordsOf(image) };
    },
  },
  softbreak: { node: 'hard_break' },
});

/** What means something wherever it stands; a line low within a word does not. */
const SIGNS = /[`*\\~[\]]|(?<![a-z0-9])_|_(?![a-z0-9])/gi;
/** What means something where a line begins. */
const LINE_BEGINS = /^(?:>|[-+](?=\s|$)|=(?==*\s*$)|#{1,6}(?=\s|$)|[-|:](?=[-:|\s]*$))/;
const LIST_BEGINS = /^(\d{1,9})([.)])(?=\s|$)/;
/** What would be read as another letter, or as an address. */
const ENTITY = /&(?=#?\w+;)/g;
const POINTED = /<(?=$|[^\s>]*[:@])/g;

/** Words so that they are read as they stand. Spaces at the start of a line are none to whoever reads Markdown. */
function escaped(text: string, beginsLine: boolean, followsAddress: boolean): string {
  // A backslash right behind an address would be a part of it.
  const asIs = followsAddress ? (/^[*[\]<]+/.exec(text)?.[0] ?? '') : '';
  const words = text.slice(asIs.length).replace(SIGNS, '\\$&').replace(ENTITY, '\\$&').replace(POINTED, '\\$&');
  if (!beginsLine) return asIs + words;
  return words
    .replace(/^[ \t]+/, '')
    .replace(LINE_BEGINS, '\\$&')
    .replace(LIST_BEGINS, '$1\\$2');
}

const serializer = new MarkdownSerializer(
  {
    ...defaultMarkdownSerializer.nodes,
    picture: (state, { attrs }) => state.write(pictureMarkdown(String(attrs['name']), String(attrs['alt']))),
    bullet_list: (state, node) => state.renderList(node, '  ', () => '- '),
    text: (state, { text = '' }, parent, index) => {
      const { inAutolink = false } = state as { inAutolink?: boolean };
      const beginsLine = index === 0 || parent.child(index - 1).type === nodeType('hard_break');
      const isLink = markType('link').isInSet(parent.child(index).marks) !== undefined;
      // Within an address nothing is escaped; in the words of a link an address is none.
      const parts = isLink ? [text] : partedAtAddresses(markdown, text);
      const written = parts.map((part, at) => (at % 2 === 1 ? part : escaped(part, beginsLine && at === 0, at > 0)));
      state.text(inAutolink ? text : written.join(''), false);
    },
    heading: (state, node, parent, index) => {
      const isOneLine = node.children.every(({ type }) => type !== nodeType('hard_break'));
      if (isOneLine) return defaultMarkdownSerializer.nodes['heading']?.(state, node, parent, index);
      state.renderInline(node);
      state.ensureNewLine();
      state.write(node.attrs['level'] === 1 ? '===' : '---');
      state.closeBlock(node);
    },
    hard_break: (state, node, parent, index) => {
      for (let next = index + 1; next < parent.childCount; next++) {
        if (parent.child(next).type === node.type) continue;
        state.write('\n');
        return;
      }
    },
  },
  defaultMarkdownSerializer.marks,
);

/** The document behind a text in Markdown. */
export function fromMarkdown(text: string): Node {
  return parser.parse(text);
}

/** A text in Markdown as HTML, as the editor shows it. */
export function markdownHtml(text: string): string {
  const holder = document.createElement('div');
  holder.append(DOMSerializer.fromSchema(MESSAGE_SCHEMA).serializeFragment(fromMarkdown(text).content));
  return holder.innerHTML;
}

/** A document as Markdown; what only looks like it is escaped. */
export function toMarkdown(document: Node): string {
  return serializer.serialize(document, { tightLists: true });
}

/** Text that was copied elsewhere, as it is: empty lines part paragraphs, other lines stay lines. */
export function fromPlainText(text: string): Node {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  const lines = (paragraph: string) =>
    paragraph
      .split('\n')
      .flatMap((line, at) => [
        ...(at > 0 ? [nodeType('hard_break').create()] : []),
        ...(line === '' ? [] : [MESSAGE_SCHEMA.text(line)]),
      ]);
  return nodeType('doc').create(
    null,
    paragraphs.map((paragraph) => nodeType('paragraph').create(null, lines(paragraph))),
  );
}
