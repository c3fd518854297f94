import { chanceOf } from './chance.ts';
import type { Estimate } from './paired-difference.ts';

/** What one answer adds to the sums of its slot. */
export interface Part {
  /** From 0 on. */
  readonly slot: number;
  readonly part: number;
  readonly whole: number;
}

/** A figure that is made of sums over answers. */
export interface SummedFigure<Answer> {
  readonly slots: number;
  /** Null for an answer that adds nothing. */
  readonly partOf: (answer: Answer) => Part | null;
  /** The figure of the sums of each slot; null when they have none. */
  readonly figureOf: (parts: Float64Array, wholes: Float64Array) => number | null;
}

/** The figure of some answers; null when they have none. */
export function figureOf<Answer>(figure: SummedFigure<Answer>, answers: readonly Answer[]): number | null {
  return summed(figure, answers.map(figure.partOf), Int32Array.from(answers.keys()));
}

const DRAWS = 2_000;
/** The middle 95 % of the draws lie between. */
const TAIL = 0.025;
/** When more draws than this have no figure, the difference has no interval. */
const MOST_EMPTY = 0.1;

/**
 * By how much the figure of the second is above that of the first, for figures that are no share of all tickets. Tickets are
 * drawn again and again, with replacement and both answers to each together; the same seed gives the same interval. Null where
 * there is no figure, or too often none among the draws.
 *
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13 (percentiles).
 */
export function bootstrapDifference<Answer>(
  pairs: readonly (readonly [first: Answer, second: Answer])[],
  figure: SummedFigure<Answer>,
  seed: number,
): Estimate | null {
  const sides = [pairs.map(([first]) => figure.partOf(first)), pairs.map(([, second]) => figure.partOf(second))];
  const differenceOf = (tickets: Int32Array): number | null => {
    const [first = null, second = null] = sides.map((parts) => summed(figure, parts, tickets));
    return first === null || second === null ? null : second - first;
  };
  const tickets = Int32Array.from(pairs.keys());
  const value = differenceOf(tickets);
  if (value === null) return null;
  const chance = chanceOf(seed);
  const draws: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (let at = 0; at < tickets.length; at += 1) tickets[at] = Math.floor(chance() * tickets.length);
    const difference = differenceOf(tickets);
    if (difference !== null) draws.push(difference);
  }
  if (draws.length < (1 - MOST_EMPTY) * DRAWS) return null;
  draws.sort((one, other) => one - other);
  const at = (share: number): number => draws[Math.min(draws.length - 1, Math.floor(share * draws.length))] ?? value;
  return { value, low: Math.min(value, at(TAIL)), high: Math.max(value, at(1 - TAIL)) };
}

function summed<Answer>(
  { slots, figureOf: made }: SummedFigure<Answer>,
  all: readonly (Part | null)[],
  tickets: Int32Array,
): number | null {
  const [parts, wholes] = [new Float64Array(slots), new Float64Array(slots)];
  for (const ticket of tickets) {
    const one = all[ticket];
    if (!one) continue;
    parts[one.slot] = (parts[one.slot] ?? 0) + one.part;
    wholes[one.slot] = (wholes[one.slot] ?? 0) + one.whole;
  }
  return made(parts, wholes);
}
