import { schema } from 'prosemirror-markdown';
import { type MarkType, type NodeSpec, type NodeType, Schema } from 'prosemirror-model';

const { nodes, marks } = schema.spec;

/** A picture of the message itself, by what it is named by; another one would come from elsewhere. */
const PICTURE: NodeSpec = {
  attrs: { name: { validate: 'string' }, alt: { default: '', validate: 'string' } },
  ...{ inline: true, group: 'inline', draggable: true },
  // Without a source: what is copied is shown again in an editor alone.
  toDOM: ({ attrs }) => ['img', { 'data-picture': String(attrs['name']), alt: String(attrs['alt']) }],
  parseDOM: [
    {
      tag: 'img[data-picture]',
      getAttrs: (image) => ({ name: image.getAttribute('data-picture') ?? '', alt: image.getAttribute('alt') ?? '' }),
    },
  ],
};

/** What a message is made of: pictures of its own, and headings of more than one line. */
export const MESSAGE_SCHEMA = new Schema({
  nodes: nodes
    .remove('image')
    .update('heading', { ...nodes.get('heading'), content: '(text | hard_break | picture)*' })
    .addToEnd('picture', PICTURE),
  marks,
});

/** A part of it; the schema's own types tell that any may be missing. */
export function nodeType(name: string): NodeType {
  const type = MESSAGE_SCHEMA.nodes[name];
  if (!type) throw new Error(`A message has no ${name}`);
  return type;
}

export function markType(name: string): MarkType {
  const type = MESSAGE_SCHEMA.marks[name];
  if (!type) throw new Error(`A message has no ${name}`);
  return type;
}
