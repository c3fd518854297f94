import type { FoldedText } from './folded-quote.ts';

/** A text of which so many characters at most are shown: what is longer is folded before what is folded anyway. */
export function fittingText({ text, folded }: FoldedText, most: number): FoldedText {
  const letters = [...text];
  if (letters.length <= most) return { text, folded };
  return { text: letters.slice(0, most).join(''), folded: letters.slice(most).join('') + folded };
}
