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
  /** Null for what is shipped of a category that the desk does not have. */
  readonly category: string | null;
  readonly ticket: DecidedTicket | null;
  readonly origin: Origin;
  /** How much it counts beside a ticket that was decided on this desk (1). */
  readonly weight: number;
}

/** What the starter's rows keep, however many tickets there are. */
const LEAST_STARTER_WEIGHT = 0.15;
/** After this many tickets the starter counts half. */
const HALF_AFTER = 100;

/** Of how many of the desk's categories the starter must know something to teach any of them. */
const FAMILIAR_SHARE = 0.5;

/** How much each row of the starter counts beside n decided tickets. */
function starterWeight(tickets: number): number {
  return Math.max(LEAST_STARTER_WEIGHT, 1 / (1 + tickets / HALF_AFTER));
}

/**
 * All that a model learns the categories from: what the categories are called and described as, terms, the starter, and the
 * tickets of the desk. Tickets of the desk that belong to none of its categories are left out.
 *
 * What is shipped of a category that the desk does not have shows what a ticket looks like that belongs to none. On a desk
 * that sorts by quite other categories the starter would draw everything to the one that happens to have a name in common,
 * so there it teaches nothing but words.
 */
export function lessonsOf(
  tickets: readonly DecidedTicket[],
  categories: readonly LearnableCategory[],
  starter: Pick<Starter, 'tickets' | 'terms'>,
): Lesson[] {
  const known = new Set(categories.map(({ key }) => key));
  const decided = tickets.filter(({ category }) => known.has(category));
  const weight = starterWeight(decided.length);
  const shipped = [
    ...starter.terms.map((term) => termLesson(term, weight)),
    ...starter.tickets.map((ticket) => lessonOf(ticket, 'starter', weight)),
  ];
  const taught = new Set(shipped.map(({ category }) => category));
  const isFamiliar = [...known].filter((key) => taught.has(key)).length >= FAMILIAR_SHARE * known.size;
  return [
    ...categories.flatMap(termsOf).map((term) => termLesson(term, weight)),
    ...shipped.map((lesson): Lesson => {
      if (!isFamiliar) return { ...lesson, category: null, origin: 'background' };
      return known.has(lesson.category ?? '') ? lesson : { ...lesson, category: null };
    }),
    ...decided.map((ticket) => lessonOf(ticket, 'desk', ticket.weight ?? 1)),
  ];
}

function termLesson({ term, category }: CategoryTerm, weight: number): Lesson {
  const text = plainText({ title: '', description: term });
  return { text, category, ticket: null, origin: 'term', weight };
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
