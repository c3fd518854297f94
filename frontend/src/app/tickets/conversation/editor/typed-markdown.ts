import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import { MESSAGE_SCHEMA, markType, nodeType } from './message-schema';

/** Markdown that is typed becomes what it means; Backspace right after it takes that back. */
export function typedMarkdown(): Plugin {
  return inputRules({
    rules: [
      wrappingInputRule(/^\s*>\s$/, nodeType('blockquote')),
      wrappingInputRule(/^\s*[-*+]\s$/, nodeType('bullet_list')),
      wrappingInputRule(
        /^(\d+)\.\s$/,
        nodeType('ordered_list'),
        ([, number]) => ({ order: Number(number) }),
        ([, number], { childCount, attrs }) => childCount + Number(attrs['order']) === Number(number),
      ),
      textblockTypeInputRule(/^```$/, nodeType('code_block')),
      // U+FFFC is where a line ends.
      marked(/(?:^|[\s(\ufffc])(\*\*([^*\s\ufffc](?:[^*\ufffc]*[^*\s\ufffc])?)\*\*)$/, markType('strong')),
      marked(/(?:^|[\s(\ufffc])(\*([^*\s\ufffc](?:[^*\ufffc]*[^*\s\ufffc])?)\*)$/, markType('em')),
      marked(/(?:^|[\s(\ufffc])(`([^`\ufffc]+)`)$/, markType('code')),
      linked(),
    ],
  });
}

/** The first group is what was typed, the second what it marks. */
function marked(pattern: RegExp, mark: MarkType): InputRule {
  return new InputRule(pattern, (state, match, _, end) => {
    const [, typed = '', text = ''] = match;
    const signs = (typed.length - text.length) / 2;
    // The last character is not in the document yet.
    const start = end - (typed.length - 1);
    return state.tr
      .delete(end - (signs - 1), end)
      .delete(start, start + signs)
      .addMark(start, start + text.length, mark.create())
      .removeStoredMark(mark);
  });
}

/** "[words](https://…)". */
function linked(): InputRule {
  return new InputRule(
    /\[([^\]\ufffc]+)\]\((https?:\/\/[^\s)\ufffc]+)\)$/,
    (state, [typed, text = '', href], _, end) => {
      const link = markType('link').create({ href });
      return state.tr
        .replaceWith(end - (typed.length - 1), end, MESSAGE_SCHEMA.text(text, [link]))
        .removeStoredMark(markType('link'));
    },
  );
}
