import { createHash } from 'node:crypto';
import type { FieldError } from '../../common/problems/domain-error.ts';
import type { CategoryTerm } from './decided-ticket.ts';
import { plainText } from './plain-text.ts';
import type { Starter } from './starter.ts';
import type { UrgencyTerm } from './urgency.ts';
import { wordsOfTicket } from './words.ts';

/** What a desk changed of the words that are shipped with it. */
export interface LexiconChanges {
  /** Words and phrases of its own; each is a lesson like those that are shipped. */
  readonly terms: readonly CategoryTerm[];
  /** Shipped terms that are not learned from. */
  readonly off: readonly string[];
  /** Words of urgency of its own, and other weights for shipped ones; 0 switches one off. */
  readonly urgency: readonly UrgencyTerm[];
}

/** What a desk changed, and when. */
export interface StoredLexicon {
  readonly changes: LexiconChanges;
  readonly version: number;
  readonly updatedAt: Date | null;
  readonly updatedBy: number | null;
}

export const NO_CHANGES: LexiconChanges = { terms: [], off: [], urgency: [] };

export const OWN_TERMS_MAX = 500;
export const OFF_MAX = 1_000;
export const OWN_URGENCY_MAX = 500;
export const TERM_MAX = 60;
export const WEIGHT_MIN = -3;
export const WEIGHT_MAX = 4;

/** What the desk learns from before its tickets: as it is shipped, with the desk's changes. Without any it is the very same. */
export function changedStarter(starter: Starter, changes: LexiconChanges): Starter {
  const { terms, off, urgency } = changes;
  if (terms.length + off.length + urgency.length === 0) return starter;
  const silent = new Set(off);
  const weights = new Map(urgency.map(({ term, weight }) => [term, weight]));
  const kept = starter.urgency.filter(({ term }) => !weights.has(term));
  return {
    ...starter,
    version: createHash('sha256')
      .update(JSON.stringify([starter.version, terms, off, urgency]))
      .digest('hex')
      .slice(0, 8),
    terms: [...starter.terms.filter(({ term }) => !silent.has(term)), ...terms],
    urgency: [...kept, ...urgency.filter(({ weight }) => weight !== 0)],
  };
}

/** The same changes, each word as texts are read: small letters, single spaces; in one order, so that equal changes are equal. */
export function tidied({ terms, off, urgency }: LexiconChanges): LexiconChanges {
  return {
    terms: terms.map(({ term, category }) => ({ term: asRead(term), category })).toSorted(byTerm),
    off: [...new Set(off)].toSorted(),
    urgency: urgency.map(({ term, weight }) => ({ term: asUrgency(term), weight })).toSorted(byTerm),
  };
}

/** What stays of changes that were made beside other shipped words: no term that is shipped by now, and none off that no longer is. */
export function stillMeant({ terms, off, urgency }: LexiconChanges, starter: Starter): LexiconChanges {
  const known = new Set(starter.terms.map(({ term }) => term));
  const kept = off.filter((term) => known.has(term));
  const silent = new Set(kept);
  const shipped = new Set(starter.terms.filter(({ term }) => !silent.has(term)).map(keyOf));
  return { terms: terms.filter((own) => !shipped.has(keyOf(own))), off: kept, urgency };
}

/** What is wrong with tidied changes, by field. */
export function lexiconProblems(
  { terms, off, urgency }: LexiconChanges,
  starter: Starter,
  categories: readonly string[],
): FieldError[] {
  const shipped = new Set(starter.terms.map(keyOf));
  const known = new Set(starter.terms.map(({ term }) => term));
  const silent = new Set(off);
  const seen = new Set<string>();
  const problem = (field: string, code: string, message: string): FieldError => ({ field, code, message });
  return [
    ...terms.flatMap(({ term, category }, at) => {
      const field = `terms.${String(at)}`;
      const key = keyOf({ term, category });
      const isTwice = seen.has(key) || (shipped.has(key) && !silent.has(term));
      seen.add(key);
      if (term === '') return [problem(`${field}.term`, 'no_words', 'A term must hold a word.')];
      if (!categories.includes(category))
        return [problem(`${field}.category`, 'unknown_value', `There is no category “${category}” for “${term}”.`)];
      return isTwice ? [problem(`${field}.term`, 'taken', `“${term}” is there already for this category.`)] : [];
    }),
    ...off.flatMap((term, at) =>
      known.has(term) ? [] : [problem(`off.${String(at)}`, 'unknown_value', `“${term}” is not shipped with the desk.`)],
    ),
    ...urgency.flatMap(({ term }, at) => {
      const field = `urgency.${String(at)}.term`;
      if (term === '') return [problem(field, 'no_words', 'A word of urgency must hold a word.')];
      return urgency.findIndex((other) => other.term === term) < at
        ? [problem(field, 'taken', `“${term}” stands twice among the words of urgency.`)]
        : [];
    }),
  ];
}

/** The words of a term as a text's words are read, one space between them; '' for one without words. */
export function asRead(term: string): string {
  return wordsOfTicket(plainText({ title: '', description: term }))
    .filter((word) => word !== null)
    .join(' ');
}

/** The same where a final `*` takes any ending. */
function asUrgency(term: string): string {
  const open = term.trim().endsWith('*');
  const words = asRead(term.replaceAll('*', ' '));
  return words !== '' && open ? `${words}*` : words;
}

function keyOf({ term, category }: { readonly term: string; readonly category: string }): string {
  return `${category}\n${term}`;
}

function byTerm(one: { readonly term: string }, other: { readonly term: string }): number {
  return one.term < other.term ? -1 : one.term > other.term ? 1 : 0;
}
