import { schema } from 'prosemirror-markdown';
import { type MarkType, type NodeType, Schema } from 'prosemirror-model';

const { nodes, marks } = schema.spec;

/** What a message is made of: no pictures, which would come from elsewhere, and headings of more than one line. */
export const MESSAGE_SCHEMA = new Schema({
  nodes: nodes.remove('image').update('heading', { ...nodes.get('heading'), content: '(text | hard_break)*' }),
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
