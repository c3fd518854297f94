import { lift, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { markType, nodeType } from './message-schema';

/** A way to shape what is written: a button, and a key with Ctrl or Cmd. */
export interface Shaping {
  readonly name: string;
  readonly icon: string;
  /** As a keymap names it. */
  readonly key: string;
  readonly run: Command;
  /** Whether it is on where the caret is. */
  readonly isOn: (state: EditorState) => boolean;
}

export const SHAPINGS: readonly Shaping[] = [
  ofMark('Bold', 'format_bold', markType('strong'), 'Mod-b'),
  ofMark('Italic', 'format_italic', markType('em'), 'Mod-i'),
  ofMark('Code', 'code', markType('code'), 'Mod-e'),
  ofBlock('Bulleted list', 'format_list_bulleted', nodeType('bullet_list'), 'Mod-Shift-8'),
  ofBlock('Numbered list', 'format_list_numbered', nodeType('ordered_list'), 'Mod-Shift-7'),
  ofBlock('Quote', 'format_quote', nodeType('blockquote'), 'Mod-Shift-9'),
];

/** Its key as people read it: "Ctrl+Shift+8". */
export function keyWords({ key }: Shaping): string {
  return key
    .replace('Mod', 'Ctrl')
    .replaceAll('-', '+')
    .replace(/[a-z]$/, (letter) => letter.toUpperCase());
}

function ofMark(name: string, icon: string, mark: MarkType, key: string): Shaping {
  const isOn = ({ selection, storedMarks, doc }: EditorState): boolean => {
    const { $from, from, to, empty } = selection;
    return empty ? mark.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, mark);
  };
  return { name, icon, key, run: toggleMark(mark), isOn };
}

function ofBlock(name: string, icon: string, type: NodeType, key: string): Shaping {
  const isOn = ({ selection: { $from } }: EditorState): boolean =>
    Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type).includes(type);
  const isList = type !== nodeType('blockquote');
  const on = isList ? wrapInList(type) : wrapIn(type);
  const off = isList ? liftListItem(nodeType('list_item')) : lift;
  return { name, icon, key, run: (state, dispatch) => (isOn(state) ? off : on)(state, dispatch), isOn };
}
