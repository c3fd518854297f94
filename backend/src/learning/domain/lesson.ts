import type { CategoryTerm, DecidedTicket } from './decided-ticket.ts';
import { type PlainText, plainText } from './plain-text.ts';
import type { Starter } from './starter.ts';
import type { Origin } from './frequencies.ts';

/** A category as far as a model learns from it. */
export interface LearnableCategory {
  readonly key: string;
  readonly label: string;
  readonly description: string;
}

/** A text whose category is known, for a model to learn from. */
export interface Lesson {
  readonly text: PlainText;
  readonly category: string;
  readonly ticket: DecidedTicket | null;
  readonly origin: Origin;
  /** How much it counts beside a ticket that was decided on this desk (1). */
  readonly weight: number;
}

/** What the starter's rows keep, however many tickets there are. */
const LEAST_STARTER_WEIGHT = 0.15;
/** After this many tickets the starter counts half. */
const HALF_AFTER = 100;

/** How much each row of the starter counts beside n decided tickets. */
function starterWeight(tickets: number): number {
  return Math.max(LEAST_STARTER_WEIGHT, 1 / (1 + tickets / HALF_AFTER));
}

/**
 * All that a model learns the categories from: what the categories are called and described as, terms, the starter, and the
 * tickets of the desk. What belongs to none of the categories is left out.
 */
export function lessonsOf(
  tickets: readonly DecidedTicket[],
  categories: readonly LearnableCategory[],
  starter: Pick<Starter, 'tickets' | 'terms'>,
): Lesson[] {
  const known = new Set(categories.map(({ key }) => key));
  const decided = tickets.filter(({ category }) => known.has(category));
  const weight = starterWeight(decided.length);
  const terms = [...categories.flatMap(termsOf), ...starter.terms];
  return [
    ...terms.map(({ term, category }): Lesson => {
      const text = plainText({ title: '', description: term });
      return { text, category, ticket: null, origin: 'term', weight };
    }),
    ...starter.tickets.map((ticket) => lessonOf(ticket, 'starter', weight)),
    ...decided.map((ticket) => lessonOf(ticket, 'desk', ticket.weight ?? 1)),
  ].filter(({ category }) => known.has(category));
}

function lessonOf(ticket: DecidedTicket, origin: Origin, weight: number): Lesson {
  return { text: plainText(ticket.text), category: ticket.category, ticket, origin, weight };
}

/** The label, and each part of the description that stands for itself. */
function termsOf({ key, label, description }: LearnableCategory): CategoryTerm[] {
  const parts = [label, key.replaceAll(/[_-]+/g, ' '), description, ...description.split(/[,.;:()\n]|\band\b|\bor\b/)];
  const terms = new Set(parts.map((part) => part.trim().toLowerCase()).filter((part) => part !== ''));
  return [...terms].map((term) => ({ term, category: key }));
}
