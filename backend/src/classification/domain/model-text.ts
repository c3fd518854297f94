/**
 * The brackets in which models think aloud, each family in its own; `<|channel|>` is how gpt-oss names the part that
 * begins. Bounded, so that a hostile text costs no more than one look at each character.
 */
const BRACKET =
  /<\/?(?:think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad)(?:\s[^<>]{0,100})?>|\[\/?think(?:ing)?\]|◁\/?think▷|<\|channel\|>\s?(?:analysis|commentary|final)[^<>]{0,100}<\|message\|>|<\|end\|>/gi;

/** A text of a model, taken apart: what it says, and what it thought, the newest thought first. */
export interface ModelText {
  readonly said: string;
  readonly thought: readonly string[];
}

/**
 * Tells what a model says from what it only thinks. A thought that is not ended goes on to the end of the text, and one
 * that is ended but never began was there from the beginning: some servers swallow one of the two brackets.
 */
export function modelText(text: string): ModelText {
  const thought: string[] = [];
  let said = '';
  let thinking = false;
  let from = 0;
  const read = (to: number) => {
    const part = text.slice(from, to);
    if (thinking) thought.unshift(part);
    else said += part;
  };
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    read(index);
    from = index + bracket.length;
    if (/^(<|\[|◁)\/|final|^<\|end/i.test(bracket)) {
      // Nothing had begun, so all before was the thought.
      if (!thinking && !bracket.startsWith('<|end')) {
        thought.unshift(said);
        said = '';
      }
      thinking = false;
    } else thinking = true;
  }
  read(text.length);
  return { said, thought };
}
