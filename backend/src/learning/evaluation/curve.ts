import type { DecidedTicket } from '../domain/decided-ticket.ts';
import { drawn } from './chance.ts';
import { type FieldReport, fieldReport } from './field-report.ts';
import { type TriedDesk, localTrial } from './local-trial.ts';

/** How good the desk is once it has learned from that many tickets; mean and spread over the draws. */
export interface CurvePoint {
  readonly corrections: number;
  readonly accuracy: number;
  readonly accuracy_sd: number;
  readonly macro_f1: number;
  readonly macro_f1_sd: number;
  readonly ece: number;
  readonly coverage: number;
  readonly accuracy_at_threshold: number;
  readonly sure_coverage: number;
  readonly sure_precision: number;
  readonly draws: number;
}

/** Fewer tickets than this cannot tell how good a desk is. */
const LEAST_TESTED = 20;
/** More do not tell it better. */
const MOST_TESTED = 3_000;

export interface CurvePlan {
  /** Numbers of tickets that are fed, ascending. */
  readonly points: readonly number[];
  readonly seeds: number;
}

/** The points of the plan for which tickets enough are there that are never fed. */
export function feasible(points: readonly number[], tickets: number): number[] {
  return points.filter((fed) => fed + LEAST_TESTED <= tickets);
}

/**
 * Feeds tickets as corrections, drawn anew for each seed, and tests on those of the draw that no point feeds. With tickets to
 * test on of their own, all draws are tested on these.
 *
 * @param done is told after each model.
 */
export function curveOf(
  desk: TriedDesk,
  tickets: readonly DecidedTicket[],
  { points, seeds }: CurvePlan,
  done: () => void,
  ownTest: readonly DecidedTicket[] | null,
): CurvePoint[] {
  const most = Math.max(0, ...points);
  const classes = desk.categories.map(({ key }) => key);
  const draws = Array.from({ length: seeds }, (_, seed) => drawn(tickets, seed + 1));
  return points.map((corrections) => {
    const reports = draws.map((draw) => {
      const tested = ownTest ?? draw.slice(most, most + MOST_TESTED);
      const { answers } = localTrial(desk, draw.slice(0, corrections), tested);
      done();
      return fieldReport(
        answers.map(({ category }) => category),
        classes,
      );
    });
    return { corrections, ...summaryOf(reports), draws: seeds };
  });
}

function summaryOf(reports: readonly FieldReport[]): Omit<CurvePoint, 'corrections' | 'draws'> {
  const mean = (of: (report: FieldReport) => number): number => meanOf(reports.map(of));
  return {
    accuracy: mean(({ accuracy }) => accuracy),
    accuracy_sd: spreadOf(reports.map(({ accuracy }) => accuracy)),
    macro_f1: mean(({ macro_f1 }) => macro_f1),
    macro_f1_sd: spreadOf(reports.map(({ macro_f1 }) => macro_f1)),
    ece: mean(({ ece }) => ece ?? 0),
    coverage: mean(({ coverage }) => coverage),
    accuracy_at_threshold: mean(({ accuracy_at_threshold }) => accuracy_at_threshold),
    sure_coverage: mean(({ sure_coverage }) => sure_coverage),
    sure_precision: mean(({ sure_precision }) => sure_precision),
  };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The standard deviation of the draws; 0 for a single one. */
function spreadOf(numbers: readonly number[]): number {
  if (numbers.length < 2) return 0;
  const mean = meanOf(numbers);
  return Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1));
}
