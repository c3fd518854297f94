import type { PlainText } from './plain-text.ts';
import { wordsOfTicket } from './words.ts';

/** A word or phrase, and how much more (or less) urgent it makes a ticket. */
export interface UrgencyTerm {
  /** Lower-case words with single spaces between them; a final `*` takes any ending. */
  readonly term: string;
  /** From -3 to 4. */
  readonly weight: number;
}

/** A term that was found in a text, with the weight it has there. */
export interface FoundUrgency {
  readonly term: string;
  /** What stands in the text, in small letters. */
  readonly words: string;
  readonly weight: number;
}

const NEGATIONS: ReadonlySet<string> = new Set(
  `not no never nothing nobody neither nor without isn't wasn't aren't weren't don't doesn't didn't hasn't haven't won't
  isnt wasnt arent dont doesnt didnt hasnt havent wont nicht nichts kein keine keinen keiner nie pas sans jamais aucun aucune
  nunca ningún ninguna sin não nem nenhum nenhuma non mai nessun nessuna senza niet geen nooit zonder`.split(/\s+/),
);
/** How many words before a term a negation may stand. */
const NEGATION_REACH = 3;
/** What is left of a term's weight when it is negated. */
const NEGATED = -0.3;
/** Each further hit of the same kind of weight says less than the one before. */
const FADING = 0.7;

/** Finds the terms of a lexicon of urgency in a text; the longest one counts where several begin at the same word. */
export class UrgencyLexicon {
  private readonly exact = new Map<string, UrgencyTerm[]>();
  private readonly openEnded: UrgencyTerm[] = [];

  constructor(terms: readonly UrgencyTerm[]) {
    for (const term of terms) {
      const first = term.term.split(' ')[0] ?? '';
      if (first.endsWith('*')) this.openEnded.push(term);
      else this.exact.set(first, [...(this.exact.get(first) ?? []), term]);
    }
  }

  /** What was found, in the order of the text. */
  find(text: PlainText): FoundUrgency[] {
    const words = wordsOfTicket(text);
    const found: FoundUrgency[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === null || word === undefined) continue;
      const exact = this.exact.get(word);
      if (!exact && this.openEnded.length === 0) continue;
      const candidates = [...(exact ?? []), ...this.openEnded].filter(({ term }) =>
        occursAt(term.split(' '), words, at),
      );
      candidates.sort((one, other) => other.term.length - one.term.length);
      const longest = candidates[0];
      if (!longest) continue;
      const length = longest.term.split(' ').length;
      found.push({
        term: longest.term,
        words: words.slice(at, at + length).join(' '),
        weight: longest.weight * (longest.weight > 0 && isNegated(words, at) ? NEGATED : 1),
      });
      at += length - 1;
    }
    return found;
  }
}

/** Whether a word or phrase stands anywhere in a text. */
export function standsIn(term: string, text: PlainText): boolean {
  const words = wordsOfTicket(text);
  const parts = term.split(' ');
  return words.some((_, at) => occursAt(parts, words, at));
}

/** How urgent what was found makes a ticket, and how little: of each the strongest in full, the others fading. */
export interface Urgency {
  /** From 0 up. */
  readonly raises: number;
  /** From 0 down. */
  readonly lowers: number;
}

export function urgencyOf(found: readonly FoundUrgency[]): Urgency {
  const distinct = new Map(found.map((hit) => [hit.term, hit.weight]));
  const weights = [...distinct.values()];
  return {
    raises: fadingSum(weights.filter((weight) => weight > 0)),
    lowers: fadingSum(weights.filter((weight) => weight < 0)),
  };
}

function fadingSum(weights: number[]): number {
  weights.sort((one, other) => Math.abs(other) - Math.abs(one));
  return weights.reduce((sum, weight, rank) => sum + weight * FADING ** rank, 0);
}

function occursAt(parts: readonly string[], words: readonly (string | null)[], at: number): boolean {
  return parts.every((part, offset) => {
    const word = words[at + offset];
    if (word === null || word === undefined) return false;
    return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
  });
}

function isNegated(words: readonly (string | null)[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - NEGATION_REACH); before -= 1) {
    const word = words[before];
    if (word === null || word === undefined) return false;
    if (NEGATIONS.has(word)) return true;
  }
  return false;
}
