import { isBeyondNoise, pairedCounts } from './paired-counts.ts';

/** What two models say of a ticket that neither has learned from, and where it belongs. */
export interface PairedAnswer {
  readonly right: string;
  readonly before: string;
  readonly after: string;
}

/** How a new model does beside the one that answers, on the same tickets. */
export interface Comparison {
  readonly tickets: number;
  /** Tickets that only the one that answers got right. */
  readonly onlyBefore: number;
  /** Tickets that only the new one got right. */
  readonly onlyAfter: number;
  /** Categories that the one that answers finds and the new one does not, or does not know. */
  readonly lost: readonly string[];
  /** Categories of the desk that the new one knows and the one that answers cannot know. */
  readonly gained: readonly string[];
}

/** Why a model answers, or does not. */
export type PromotionVerdict = 'refit' | 'worse' | 'lost_category' | 'no_better';

/** A category counts as found by whoever gets so many of its tickets right. */
const FOUND_FROM = 5;

/**
 * @param known the classes of the new model; `used` those of the one that answers which the desk still offers; `offered` all
 *   that the desk offers.
 */
export function compared(
  answers: readonly PairedAnswer[],
  { known, used, offered }: Readonly<Record<'known' | 'used' | 'offered', readonly string[]>>,
): Comparison {
  const found = { before: new Map<string, number>(), after: new Map<string, number>() };
  for (const { right, before, after } of answers) {
    if (before === right) add(found.before, right);
    if (after === right) add(found.after, right);
  }
  const { onlyFirst: onlyBefore, onlySecond: onlyAfter } = pairedCounts(
    answers.map(({ right, before, after }) => [before === right, after === right]),
  );
  const lost = used.filter((category) => {
    if (!known.includes(category)) return true;
    return (found.before.get(category) ?? 0) >= FOUND_FROM && (found.after.get(category) ?? 0) === 0;
  });
  const gained = offered.filter((category) => known.includes(category) && !used.includes(category));
  return { tickets: answers.length, onlyBefore, onlyAfter, lost, gained };
}

/**
 * Whether the new model shall answer (`refit`), as it does when there is no other. It shall not when it loses a category, or when the tickets on which the two
 * differ speak against it more clearly than chance does once in twenty times. A model that an admin chose over newer ones yields
 * only to one that wins as clearly, or that knows a category which has come since.
 */
export function verdictOn(comparison: Comparison | null, { chosen }: { chosen: boolean }): PromotionVerdict {
  if (!comparison) return 'refit';
  const { onlyBefore, onlyAfter, lost, gained } = comparison;
  if (lost.length > 0) return 'lost_category';
  if (isBeyondNoise(onlyBefore, onlyAfter)) return 'worse';
  return chosen && gained.length === 0 && !isBeyondNoise(onlyAfter, onlyBefore) ? 'no_better' : 'refit';
}

function add(counts: Map<string, number>, category: string): void {
  counts.set(category, (counts.get(category) ?? 0) + 1);
}
