import { BINS, binnedError } from '../../../learning/domain/metrics.ts';
import { type Share, shareOf } from './share.ts';

/** Suggestions of about the same confidence. */
export interface BinTally {
  /** From 0: the tenth of the confidence, where 1 belongs to the last. */
  readonly bin: number;
  readonly of: number;
  readonly right: number;
  /** The sum of what they stated. */
  readonly stated: number;
}

export interface Bin extends Share {
  /** Confidence from here, inclusive, to there, exclusive; the last bin has 1 too. */
  readonly from: number;
  readonly to: number;
  /** What they stated on average; null when there is none. */
  readonly confidence: number | null;
}

/** How right suggestions were beside how sure they were. */
export interface Reliability {
  readonly of: number;
  /** Expected calibration error: how far both are apart on average; null where nothing may be said. */
  readonly ece: number | null;
  readonly bins: readonly Bin[];
}

/** @param measured whether the desk has enough of its own to speak of percentages. */
export function reliabilityOf(tallies: readonly BinTally[], measured: boolean): Reliability {
  const total = tallies.reduce((sum, { of }) => sum + of, 0);
  const bins = Array.from({ length: BINS }, (_, bin) => {
    const { of, right, stated } = tallies.find((one) => one.bin === bin) ?? { of: 0, right: 0, stated: 0 };
    return {
      ...{ from: bin / BINS, to: (bin + 1) / BINS, confidence: of === 0 ? null : stated / of },
      ...shareOf(right, of, measured),
    };
  });
  return { of: total, ece: measured && total > 0 ? binnedError(tallies, total) : null, bins };
}
