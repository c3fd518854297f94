import { calibrationError, cohensKappa, figuresOf } from '../domain/metrics.ts';
import type { FieldAnswer } from './answers.ts';

export interface ClassReport {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

/** The figures of one field, as the JSON has them. Shares are from 0 to 1. */
export interface FieldReport {
  readonly tickets: number;
  readonly accuracy: number;
  readonly macro_f1: number;
  readonly kappa: number;
  /** Null where no confidence was stated. */
  readonly ece: number | null;
  readonly classes: readonly ClassReport[];
  /** Rows are what people decided, columns what was suggested, both in the order of `classes`. */
  readonly confusion: readonly (readonly number[])[];
  /** The share of tickets with one value suggested alone, and how often that was right. */
  readonly coverage: number;
  readonly accuracy_at_threshold: number;
  /** The share of tickets with two values to choose from, and how often what people decided was one of them. */
  readonly two: number;
  readonly two_right: number;
  /** The share of answers with a confidence of at least 0.9, and how often they were right. */
  readonly sure_coverage: number;
  readonly sure_precision: number;
  /** The share of tickets for which one or two values were offered, and how often what people decided was among them. */
  readonly offered: number;
  readonly offered_right: number;
  /** For which share of the tickets nothing was suggested, by reason. */
  readonly abstained: Readonly<Record<string, number>>;
}

const SURE = 0.9;

export function fieldReport(answers: readonly FieldAnswer[], classes: readonly string[]): FieldReport {
  const judged = answers.map(({ truth, answer, confidence }) => ({
    label: classes.indexOf(truth),
    answer: classes.indexOf(answer),
    probability: confidence ?? 0,
  }));
  const { accuracy, macroF1, confusion, classes: byClass } = figuresOf(judged, classes.length);
  const isStated = answers.some(({ confidence }) => confidence !== null);
  const alone = answers.filter((answer) => answer.alone);
  const two = answers.filter(({ alone: isAlone, abstained }) => !isAlone && abstained === null);
  const sure = answers.filter(({ confidence }) => (confidence ?? 0) >= SURE);
  const offering = answers.filter(({ abstained }) => abstained === null);
  const share = (some: readonly unknown[], of: readonly unknown[]): number =>
    of.length === 0 ? 0 : some.length / of.length;
  return {
    tickets: answers.length,
    ...{ accuracy, macro_f1: macroF1, kappa: cohensKappa(confusion), ece: isStated ? calibrationError(judged) : null },
    classes: byClass.map((figures, at) => ({ name: classes[at] ?? '', ...figures })),
    confusion,
    coverage: share(alone, answers),
    accuracy_at_threshold: share(alone.filter(isRight), alone),
    two: share(two, answers),
    two_right: share(
      two.filter(({ offered }) => offered),
      two,
    ),
    sure_coverage: share(sure, answers),
    sure_precision: share(sure.filter(isRight), sure),
    offered: share(offering, answers),
    offered_right: share(
      offering.filter(({ offered }) => offered),
      offering,
    ),
    abstained: shares(
      answers.flatMap(({ abstained }) => abstained ?? []),
      answers.length,
    ),
  };
}

function isRight({ truth, answer }: FieldAnswer): boolean {
  return truth === answer;
}

function shares(names: readonly string[], of: number): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].map(([name, count]) => [name, count / of]));
}
