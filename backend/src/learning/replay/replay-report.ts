import { BINS, binOf, binnedError, wilsonInterval } from '../domain/metrics.ts';
import { type PairedCounts, pairedCounts } from '../domain/paired-counts.ts';
import { type SummedFigure, bootstrapDifference, figureOf } from '../evaluation/paired-bootstrap.ts';
import { type Estimate, pairedDifference } from '../evaluation/paired-difference.ts';
import type { Decision, ReplayAnswer, SaidOfField } from './replay-answer.ts';

/** How many of how many, with the 95 % interval of that share. */
export interface CountedShare {
  readonly count: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** How good one side is in a field. */
export interface SideFigures {
  /** Where what it holds likeliest is what people decided, whether it said so or not. */
  readonly right: CountedShare;
  /** Where it names one value alone. */
  readonly named: CountedShare;
  /** Where it offers two to choose from. */
  readonly two: CountedShare;
  /** Where it rather says nothing. */
  readonly abstained: CountedShare;
  /** Of those that it names alone, how many are right. */
  readonly precision: CountedShare;
  /** How far its stated confidence is from what came true; null when it states none. */
  readonly ece: number | null;
}

/** Two sides in a field, on the same tickets. Differences are the candidate's figure less the baseline's. */
export interface FieldComparison {
  readonly tickets: number;
  readonly baseline: SideFigures;
  readonly candidate: SideFigures;
  /** On how many tickets both, one or neither was right. */
  readonly counts: PairedCounts;
  readonly difference: {
    readonly right: Estimate;
    readonly named: Estimate;
    readonly abstained: Estimate;
    readonly precision: Estimate | null;
    readonly ece: Estimate | null;
  };
}

/** One ticket, and what both sides said of it. */
export interface ReplayedPair {
  readonly decision: Decision;
  readonly baseline: ReplayAnswer;
  readonly candidate: ReplayAnswer;
}

/** Said of one field, beside what people decided. */
interface Judged extends SaidOfField {
  readonly truth: string;
}

/** The draws of intervals are the same for the same answers. */
const SEED = 20_260_101;

export function comparedIn(field: keyof Decision, pairs: readonly ReplayedPair[]): FieldComparison {
  const judged = pairs.map(({ decision, baseline, candidate }) => {
    const truth = decision[field];
    return [
      { ...baseline[field], truth },
      { ...candidate[field], truth },
    ] as const;
  });
  const both = (holds: (said: Judged) => boolean): PairedCounts =>
    pairedCounts(judged.map(([one, other]) => [holds(one), holds(other)]));
  return {
    tickets: pairs.length,
    baseline: figuresOf(judged.map(([one]) => one)),
    candidate: figuresOf(judged.map(([, other]) => other)),
    counts: both(isRight),
    difference: {
      right: pairedDifference(both(isRight)),
      named: pairedDifference(both(isNamed)),
      abstained: pairedDifference(both(isSilent)),
      precision: bootstrapDifference(judged, PRECISION, SEED),
      ece: bootstrapDifference(judged, ECE, SEED),
    },
  };
}

function figuresOf(answers: readonly Judged[]): SideFigures {
  const named = answers.filter(isNamed);
  return {
    right: shareOf(answers, isRight),
    named: shareOf(answers, isNamed),
    two: shareOf(answers, ({ options }) => options.length > 1),
    abstained: shareOf(answers, isSilent),
    precision: shareOf(named, isRight),
    ece: figureOf(ECE, answers),
  };
}

function shareOf(answers: readonly Judged[], holds: (answer: Judged) => boolean): CountedShare {
  const count = answers.filter(holds).length;
  const [low, high] = wilsonInterval(count, answers.length);
  return { count, of: answers.length, low, high };
}

function isRight({ value, truth }: Judged): boolean {
  return value === truth;
}

function isNamed({ options }: Judged): boolean {
  return options.length === 1;
}

function isSilent({ options }: Judged): boolean {
  return options.length === 0;
}

const PRECISION: SummedFigure<Judged> = {
  slots: 1,
  partOf: (answer) => (isNamed(answer) ? { slot: 0, part: Number(isRight(answer)), whole: 1 } : null),
  figureOf: ([right = 0], [of = 0]) => (of === 0 ? null : right / of),
};

/** The calibration error of answers that come with a confidence, in bins as `calibrationError` has them. */
const ECE: SummedFigure<Judged> = {
  slots: BINS,
  partOf: (answer) => {
    const { confidence } = answer;
    if (confidence === null) return null;
    return { slot: binOf(confidence), part: confidence - Number(isRight(answer)), whole: 1 };
  },
  figureOf: (gaps, wholes) => {
    const of = wholes.reduce((sum, whole) => sum + whole, 0);
    return of === 0
      ? null
      : binnedError(
          [...gaps].map((stated) => ({ stated, right: 0 })),
          of,
        );
  },
};
