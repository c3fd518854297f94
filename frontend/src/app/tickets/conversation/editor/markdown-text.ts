import {
  MarkdownParser,
  MarkdownSerializer,
  defaultMarkdownParser,
  defaultMarkdownSerializer,
} from 'prosemirror-markdown';
import type { Node } from 'prosemirror-model';
import { MESSAGE_SCHEMA, nodeType } from './message-schema';

/** The part of what reads Markdown that is needed here. */
interface Tokenizer {
  disable(rules: readonly string[]): unknown;
}

// As the API reads it: no HTML of one's own, a line is a line as in a mail, and nothing that is defined elsewhere.
const markdown = defaultMarkdownParser.tokenizer as Tokenizer;
markdown.disable(['image', 'reference']);

const parser = new MarkdownParser(MESSAGE_SCHEMA, defaultMarkdownParser.tokenizer, {
  ...Object.fromEntries(Object.entries(defaultMarkdownParser.tokens).filter(([name]) => name !== 'image')),
  softbreak: { node: 'hard_break' },
});

const serializer = new MarkdownSerializer(
  {
    ...defaultMarkdownSerializer.nodes,
    bullet_list: (state, node) => state.renderList(node, '  ', () => '- '),
    text: (state, { text = '' }, parent, index) => {
      // Within an address nothing is escaped.
      const isAddress = (state as { inAutolink?: boolean }).inAutolink ?? false;
      const beginsLine = index === 0 || parent.child(index - 1).type === nodeType('hard_break');
      state.text(isAddress ? text : state.esc(text, beginsLine), false);
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
