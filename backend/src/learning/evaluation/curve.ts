import { weightOf } from '../domain/confirmed-ticket.ts';
import type { DecidedTicket } from '../domain/decided-ticket.ts';
import { meanOf } from '../domain/metrics.ts';
import { textMark } from '../domain/same-text.ts';
import { drawn } from './chance.ts';
import { type FieldReport, fieldReport } from './field-report.ts';
import { type TriedDesk, judgedBy, learningWork, modelOf } from './local-trial.ts';

/**
 * How good the desk is once it has learned from that many tickets; mean and spread over the draws. How often something was
 * right is a share of the tickets of all draws that it was said of: a draw in which nobody was sure says nothing of it.
 */
export interface CurvePoint {
  readonly corrections: number;
  readonly accuracy: number;
  readonly accuracy_sd: number;
  readonly macro_f1: number;
  readonly macro_f1_sd: number;
  readonly ece: number;
  readonly coverage: number;
  readonly accuracy_at_threshold: number;
  readonly two: number;
  readonly two_right: number;
  readonly sure_coverage: number;
  readonly sure_precision: number;
  /** The share of tickets for which one or two values were offered, and how often what people decided was among them. */
  readonly offered: number;
  readonly offered_right: number;
  readonly draws: number;
  /** On how many tickets each draw was tested, on average. */
  readonly tested: number;
}

const CORRECTION = weightOf({ isCorrection: true });
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
 * Feeds tickets as corrections, which weigh what they weigh on a desk, drawn anew for each seed, and tests on those of the
 * draw that no point feeds. With tickets to test on of their own, all draws are tested on these. A text that is fed is never
 * tested on, also where it stands in the file more than once.
 *
 * @param done is told after each model, all points of a draw before the next draw.
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
  // What is shipped is the same for every draw.
  const cold = points[0] === 0 ? modelOf(desk, []) : null;
  const draws = Array.from({ length: seeds }, (_, seed) => {
    const draw = drawn(tickets, seed + 1);
    const fed = new Set(draw.slice(0, most).map(({ text }) => textMark(text)));
    const strange = (ownTest ?? draw.slice(most)).filter(({ text }) => !fed.has(textMark(text)));
    return { draw, tested: ownTest ? strange : strange.slice(0, MOST_TESTED) };
  });
  const reports = draws.map(({ draw, tested }) =>
    points.map((corrections) => {
      const learned = draw.slice(0, corrections).map((ticket) => ({ ...ticket, weight: CORRECTION }));
      const model = corrections === 0 && cold ? cold : modelOf(desk, learned);
      const { answers } = judgedBy(model, desk, tested);
      done();
      return fieldReport(
        answers.map(({ category }) => category),
        classes,
      );
    }),
  );
  return points.map((corrections, point) => ({
    corrections,
    ...summaryOf(reports.flatMap((ofDraw) => ofDraw[point] ?? [])),
    draws: seeds,
  }));
}

/** How much work each model of a curve is beside the others, in the order in which they are made: draw by draw. */
export function curveWorks({ points, seeds }: CurvePlan): number[] {
  return Array.from({ length: seeds }, () => points.map(learningWork)).flat();
}

type RightShare = 'accuracy_at_threshold' | 'two_right' | 'sure_precision' | 'offered_right';
type Coverage = 'coverage' | 'two' | 'sure_coverage' | 'offered';

/** What the reports of some draws say together. */
export function summaryOf(reports: readonly FieldReport[]): Omit<CurvePoint, 'corrections' | 'draws'> {
  const mean = (of: (report: FieldReport) => number): number => meanOf(reports.map(of));
  const rightOf = (right: RightShare, coverage: Coverage): number => {
    const said = mean((report) => report[coverage] * report.tickets);
    return said === 0 ? 0 : mean((report) => report[right] * report[coverage] * report.tickets) / said;
  };
  return {
    accuracy: mean(({ accuracy }) => accuracy),
    accuracy_sd: spreadOf(reports.map(({ accuracy }) => accuracy)),
    macro_f1: mean(({ macro_f1 }) => macro_f1),
    macro_f1_sd: spreadOf(reports.map(({ macro_f1 }) => macro_f1)),
    ece: mean(({ ece }) => ece ?? 0),
    coverage: mean(({ coverage }) => coverage),
    accuracy_at_threshold: rightOf('accuracy_at_threshold', 'coverage'),
    two: mean(({ two }) => two),
    two_right: rightOf('two_right', 'two'),
    sure_coverage: mean(({ sure_coverage }) => sure_coverage),
    sure_precision: rightOf('sure_precision', 'sure_coverage'),
    offered: mean(({ offered }) => offered),
    offered_right: rightOf('offered_right', 'offered'),
    tested: mean(({ tickets }) => tickets),
  };
}

/** The standard deviation of the draws; 0 for a single one. */
function spreadOf(numbers: readonly number[]): number {
  if (numbers.length < 2) return 0;
  const mean = meanOf(numbers);
  return Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1));
}
