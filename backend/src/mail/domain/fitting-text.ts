import type { FoldedText } from './folded-quote.ts';

/** So many characters are kept folded: behind them is what nobody reads, such as quotes of quotes. */
export const FOLDED_MAX = 200_000;

/** A text of which so many characters at most are shown: what is longer is folded before what is folded anyway. */
export function fittingText({ text, folded }: FoldedText, most: number): FoldedText {
  const letters = [...text];
  const rest = letters.slice(most).join('') + folded;
  return { text: letters.slice(0, most).join(''), folded: [...rest].slice(0, FOLDED_MAX).join('') };
}
