/** Digits that stand together. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Groups of digits with nothing but what people put between the parts of one number. */
export type DigitChain = readonly DigitGroup[];

const BETWEEN = /^[ ()._/-]{1,3}$/;
/** More groups than any number has; a list of figures is no number. */
const MOST_GROUPS = 12;

/** The chains of digits of a folded text, but for digits within these spans. */
export function digitChains(
  text: string,
  without: readonly { readonly start: number; readonly end: number }[] = [],
): DigitChain[] {
  const chains: DigitGroup[][] = [];
  let chain: DigitGroup[] = [];
  let excluded = 0;
  for (const { 0: digits, index: start } of text.matchAll(/\d+/g)) {
    const end = start + digits.length;
    while ((without[excluded]?.end ?? Infinity) <= start) excluded++;
    const isExcluded = (without[excluded]?.start ?? Infinity) < end;
    const last = chain.at(-1);
    const follows = last && BETWEEN.test(text.slice(last.end, start));
    if (chain.length > 0 && (isExcluded || !follows)) {
      chains.push(chain);
      chain = [];
    }
    if (!isExcluded) chain.push({ digits, start, end });
  }
  if (chain.length > 0) chains.push(chain);
  return chains;
}

/** Whether a chain is short enough to be looked at as one number. */
export function isOneNumber(chain: DigitChain): boolean {
  return chain.length <= MOST_GROUPS;
}

export function digitsOf(chain: DigitChain): string {
  return chain.map(({ digits }) => digits).join('');
}
