import { type Share, shareOf } from './share.ts';

/**
 * What became of what the desk was asked. Every question counts once: the desk suggested a value, it abstained, or nobody
 * judged the ticket and defaults were filled in. What it suggested was shown or hidden; of both only those count as decided
 * whose ticket a person wrote or sorted.
 */
export interface Outcomes {
  readonly asked: number;
  readonly suggested: number;
  readonly abstained: number;
  readonly shownDecided: number;
  /** The ticket has the value that was shown. */
  readonly kept: number;
  readonly hiddenDecided: number;
  /** The ticket has the value that nobody saw. */
  readonly right: number;
}

/** How good suggestions were. */
export interface QualityShares {
  /** Kept, of those that were shown and decided. */
  readonly acceptance: Share;
  /** Changed by a person, at once or later, of the same. */
  readonly override: Share;
  /** Right, of those that were hidden and decided: nobody went along with what they saw. */
  readonly unbiasedAccuracy: Share;
  /** No suggestion because of doubt, of all tickets that were judged. */
  readonly abstention: Share;
  /** With a suggestion, of all questions. */
  readonly coverage: Share;
}

/** @param measured whether the desk has enough of its own to speak of percentages. */
export function sharesOf(outcomes: Outcomes, measured: boolean): QualityShares {
  const { asked, suggested, abstained, shownDecided, kept, hiddenDecided, right } = outcomes;
  return {
    acceptance: shareOf(kept, shownDecided, measured),
    override: shareOf(shownDecided - kept, shownDecided, measured),
    unbiasedAccuracy: shareOf(right, hiddenDecided, measured),
    abstention: shareOf(abstained, suggested + abstained, measured),
    coverage: shareOf(suggested, asked, measured),
  };
}

export function sumOf(all: readonly Outcomes[]): Outcomes {
  const total = (of: (one: Outcomes) => number) => all.reduce((sum, one) => sum + of(one), 0);
  return {
    asked: total(({ asked }) => asked),
    suggested: total(({ suggested }) => suggested),
    abstained: total(({ abstained }) => abstained),
    shownDecided: total(({ shownDecided }) => shownDecided),
    kept: total(({ kept }) => kept),
    hiddenDecided: total(({ hiddenDecided }) => hiddenDecided),
    right: total(({ right }) => right),
  };
}
