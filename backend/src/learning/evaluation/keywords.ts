import { literalPattern } from '../../common/literal-pattern.ts';
import type { CategoryTerm } from '../domain/decided-ticket.ts';

interface Keyword {
  readonly pattern: RegExp;
  readonly category: string;
}

const LETTERS = /\p{L}+/gu;

/** Counts the keywords of categories that stand in a text as whole words. */
export class Keywords {
  /** By their first run of letters: of most texts, only a few keywords need to be looked for. */
  private readonly byRun = new Map<string, Keyword[]>();

  constructor(terms: readonly CategoryTerm[]) {
    for (const { term, category } of terms) {
      const [run = ''] = term.match(LETTERS) ?? [];
      const ofRun = this.byRun.get(run) ?? [];
      ofRun.push({ pattern: wholeWords(term), category });
      this.byRun.set(run, ofRun);
    }
  }

  /** How many keywords of each category stand in a text, which is in small letters like the keywords. */
  hitsIn(text: string): ReadonlyMap<string, number> {
    const hits = new Map<string, number>();
    for (const run of new Set(['', ...(text.match(LETTERS) ?? [])])) {
      for (const { pattern, category } of this.byRun.get(run) ?? []) {
        if (pattern.test(text)) hits.set(category, (hits.get(category) ?? 0) + 1);
      }
    }
    return hits;
  }
}

function wholeWords(term: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})${literalPattern(term)}(?!\p{L})`, 'u');
}
