import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { type Calibration, calibrationOf } from './calibration.ts';
import { fitted, heldOutScores } from './held-out.ts';
import { cohensKappa, figuresOf } from './metrics.ts';
import type { SoftmaxRegression } from './numeric/softmax-regression.ts';
import type { SparseMatrix, SparseRow } from './numeric/sparse-matrix.ts';
import { type HeldOutTicket, judgedOf, thresholdsFrom } from './record.ts';
import type { Urgency } from './urgency.ts';
import type { Thresholds } from './verdict.ts';

/** What speaks for a priority: the lexicon of urgency and the category, later the words of the text as well. */
export type PriorityBasis = 'lexicon' | 'text';

export interface PriorityModel extends Calibration {
  /** What its rows are made of. */
  readonly basis: PriorityBasis;
  /** False where people's choices follow neither basis: what the model says then is kept from people. */
  readonly isLearnable: boolean;
  readonly regression: SoftmaxRegression;
  readonly thresholds: Thresholds;
}

/** A text whose priority somebody chose. */
export interface PriorityLesson {
  readonly priority: TicketPriority;
  readonly urgency: Urgency;
  /** The position of its category. */
  readonly category: number;
  /** Its words by the vocabulary of the categories. */
  readonly words: SparseRow;
  readonly isOfDesk: boolean;
  readonly weight: number;
}

/** How the two ways to judge agreed with people's choices on tickets that they had not learned from. */
export interface PriorityRecord {
  readonly tickets: number;
  readonly lexiconKappa: number | null;
  readonly textKappa: number | null;
}

export interface PriorityFit {
  readonly model: PriorityModel;
  readonly heldOut: readonly HeldOutTicket[];
  readonly record: PriorityRecord;
}

/** What the vocabulary of categories and words holds, which priorities are judged by. */
export interface PriorityFeatures {
  readonly categories: number;
  readonly words: number;
}

const C = 3;
const FOLDS = 5;
/** Below this many choices nobody can say whether priorities can be learned. */
const RECORD_FROM = 50;
/** The newest choices say what counts today. */
const NEWEST = 10_000;
/** Below this agreement a suggestion is noise. */
const LEAST_KAPPA = 0.2;
/** Priorities are steps of one thing: the likeliest is worth naming before it is likelier than all others together. */
const ALONE = 0.35;
const URGENCY_FEATURES = 4;

/** @param lessons the starter's and the desk's, the newest last. */
export function fitPriorities(lessons: readonly PriorityLesson[], features: PriorityFeatures): PriorityFit {
  const desk = lessons.filter(({ isOfDesk }) => isOfDesk);
  const all = [...lessons.filter(({ isOfDesk }) => !isOfDesk), ...desk.slice(-NEWEST)];
  const lexicon = tried(all, features, 'lexicon');
  const tickets = desk.length;
  if (tickets < RECORD_FROM)
    return { ...lexicon, heldOut: [], record: { tickets, lexiconKappa: null, textKappa: null } };
  const text = tried(all, features, 'text');
  const record = { tickets, lexiconKappa: kappaOf(lexicon.heldOut), textKappa: kappaOf(text.heldOut) };
  const better = record.textKappa > record.lexiconKappa ? text : lexicon;
  const isLearnable = Math.max(record.textKappa, record.lexiconKappa) >= LEAST_KAPPA;
  return { ...better, model: { ...better.model, isLearnable }, record };
}

/** What a text's priority is judged by, as the model of that basis takes it. */
export function priorityRow(
  lesson: Pick<PriorityLesson, 'urgency' | 'words'> & { readonly categories: ArrayLike<number> },
  features: PriorityFeatures,
  basis: PriorityBasis,
): SparseRow {
  const { urgency, words, categories } = lesson;
  const dense = [
    ...urgencyFeatures(urgency),
    ...Array.from({ length: features.categories }, (_, at) => categories[at] ?? 0),
  ];
  const columns: number[] = [];
  const values: number[] = [];
  const put = (column: number, value: number): void => {
    columns.push(column);
    values.push(value);
  };
  dense.forEach((value, column) => {
    if (value !== 0) put(column, value);
  });
  if (basis === 'text') {
    words.columns.forEach((column, at) => {
      if (column < features.words) put(dense.length + column, words.values[at] ?? 0);
    });
  }
  return { columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

function urgencyFeatures({ raises, lowers }: Urgency): number[] {
  const score = raises + lowers;
  return [Math.min(raises, 8) / 2, Math.min(-lowers, 6) / 2, raises === 0 ? 1 : 0, score >= 3 ? 1 : 0];
}

function tried(
  lessons: readonly PriorityLesson[],
  features: PriorityFeatures,
  basis: PriorityBasis,
): { readonly model: PriorityModel; readonly heldOut: readonly HeldOutTicket[] } {
  const rows = lessons.map((lesson) => {
    const categories = new Float64Array(features.categories);
    categories[lesson.category] = 1;
    return priorityRow({ ...lesson, categories }, features, basis);
  });
  const width = URGENCY_FEATURES + features.categories + (basis === 'text' ? features.words : 0);
  const set = {
    matrix: matrixOf(rows, width),
    labels: Int32Array.from(lessons, ({ priority }) => TICKET_PRIORITIES.indexOf(priority)),
    weights: Float64Array.from(lessons, ({ weight }) => weight),
    rows: Int32Array.from(lessons.keys()),
    families: [],
  };
  const recipe = { classes: TICKET_PRIORITIES.length, c: C, bayes: null };
  const desk = lessons.filter(({ isOfDesk }) => isOfDesk).length;
  const scores = desk < RECORD_FROM ? [] : heldOutScores(set, recipe, FOLDS, (row) => lessons[row]?.isOfDesk ?? false);
  const heldOut = scores.flatMap((of, row) => (of ? [{ scores: of, label: set.labels[row] ?? 0, knownShare: 1 }] : []));
  const calibration = calibrationOf(heldOut);
  const thresholds = {
    ...thresholdsFrom(heldOut, calibration),
    ...{ knownShare: 0, alone: ALONE, together: null, onlyUnrivalled: false },
  };
  const model = { basis, isLearnable: true, regression: fitted(set, recipe), ...calibration, thresholds };
  return { model, heldOut };
}

function kappaOf(heldOut: readonly HeldOutTicket[]): number {
  return cohensKappa(figuresOf(judgedOf(heldOut, { temperature: 1 }), TICKET_PRIORITIES.length).confusion);
}

function matrixOf(rows: readonly SparseRow[], width: number): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, row) => (starts[row + 1] = (starts[row] ?? 0) + columns.length));
  const columns = new Int32Array(starts.at(-1) ?? 0);
  const values = new Float32Array(columns.length);
  rows.forEach((row, at) => {
    columns.set(row.columns, starts[at]);
    values.set(row.values, starts[at]);
  });
  return { starts, columns, values, width };
}
