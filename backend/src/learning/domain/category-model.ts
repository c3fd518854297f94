import { type Corpus, corpusOf } from './corpus.ts';
import { type LearningSet, fitted, heldOutScores } from './held-out.ts';
import type { Lesson } from './lesson.ts';
import { figuresOf } from './metrics.ts';
import type { SoftmaxRegression } from './numeric/softmax-regression.ts';
import type { SparseMatrix } from './numeric/sparse-matrix.ts';
import type { PlainText } from './plain-text.ts';
import { type HeldOutTicket, judgedOf, thresholdsFrom, usualShare } from './record.ts';
import { strangeness } from './strangeness.ts';
import { probabilitiesOf, temperatureOf } from './temperature.ts';
import type { Thresholds } from './verdict.ts';
import { type Origin, type TextRow, Vocabulary, knownSharesAmongOthers } from './vocabulary.ts';

/** What a model says of a text. */
export interface CategoryReading extends TextRow {
  /** Of each class, in the order of `classes`, before the temperature. */
  readonly scores: Float64Array;
  /** The model's, raised for strangers. */
  readonly temperature: number;
}

/** Tells the categories of texts. */
export interface CategoryModel {
  readonly classes: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly regression: SoftmaxRegression;
  readonly temperature: number;
  readonly thresholds: Thresholds;
  /** The share of known words that a ticket of the desk usually has. */
  readonly usualShare: number;
}

/** A model, and what it said of the desk's tickets while it had not learned from them, in the order of the lessons. */
export interface CategoryFit {
  readonly model: CategoryModel;
  /** The lessons by the model's vocabulary, a row for each. */
  readonly matrix: SparseMatrix;
  readonly heldOut: readonly HeldOutTicket[];
}

const FOLDS = 5;
const LIMITS = { maxWords: 12_000, maxLetters: 8_000 };
const C = 4;
/** Below this many tickets a model cannot tell whether function words help it. */
const FUNCTION_WORDS_FROM = 500;
/** The newest tickets, as many as are looked at to decide that. */
const FUNCTION_WORDS_SAMPLE = 1_500;
/** The record of the newest tickets says what counts today; more would take minutes and say the same. */
const RECORD_OF = 6_000;
/** Nothing can be held out of fewer tickets. */
const RECORD_FROM = 20;

export function readingOf(model: CategoryModel, text: PlainText): CategoryReading {
  const row = model.vocabulary.rowOf(text);
  const temperature = model.temperature * strangeness(row.knownShare, model.usualShare);
  return { ...row, scores: model.regression.scoresOf(row), temperature };
}

/** The same lessons in the same order give the same model, bit by bit. */
export function fitCategories(lessons: readonly Lesson[], classes: readonly string[]): CategoryFit {
  return fitWith(lessons, classes, { functionWords: wantsFunctionWords(lessons, classes) });
}

function fitWith(
  lessons: readonly Lesson[],
  classes: readonly string[],
  choice: { readonly functionWords: boolean },
): CategoryFit {
  const { vocabulary, set, corpus, origins } = learned(lessons, classes, choice);
  const knownShares = knownSharesAmongOthers(corpus, origins);
  const recipe = { classes: classes.length, c: C };
  const tickets = lessons.filter(({ origin }) => origin === 'desk').length;
  const newest = lessons.length - Math.min(tickets, RECORD_OF);
  const isRecent = (row: number): boolean => row >= newest;
  const rows = Int32Array.from(lessons.keys()).filter((row) => lessons[row]?.origin !== 'desk' || isRecent(row));
  const scores = tickets < RECORD_FROM ? [] : heldOutScores(set, recipe, FOLDS, isRecent, rows);
  const usual = usualShare(Array.from(knownShares).filter((_, row) => scores[row]));
  const heldOut = scores.flatMap((of, row): HeldOutTicket[] => {
    const knownShare = knownShares[row] ?? 0;
    const doubt = strangeness(knownShare, usual);
    return of ? [{ scores: of.map((score) => score / doubt), label: set.labels[row] ?? 0, knownShare }] : [];
  });
  const temperature = temperatureOf(heldOut);
  const thresholds = thresholdsFrom(heldOut, temperature);
  const model = { classes, vocabulary, regression: fitted(set, recipe), temperature, thresholds, usualShare: usual };
  return { model, matrix: set.matrix, heldOut };
}

/** Whether words that hold sentences together help on this desk: they do on some, once there are tickets enough. */
function wantsFunctionWords(lessons: readonly Lesson[], classes: readonly string[]): boolean {
  const tickets = lessons.filter(({ origin }) => origin === 'desk');
  if (tickets.length < FUNCTION_WORDS_FROM) return false;
  const sample = [...lessons.filter(({ origin }) => origin !== 'desk'), ...tickets.slice(-FUNCTION_WORDS_SAMPLE)];
  const [without = 0, withThem = 0] = [false, true].map((functionWords) => {
    const { set } = learned(sample, classes, { functionWords });
    const scores = heldOutScores(set, { classes: classes.length, c: C }, 2, isOfDesk(sample));
    const heldOut = scores.flatMap((of, row) =>
      of ? [{ scores: of, label: set.labels[row] ?? 0, knownShare: 1 }] : [],
    );
    return figuresOf(judgedOf(heldOut, 1), classes.length).macroF1;
  });
  return withThem > without;
}

function learned(
  lessons: readonly Lesson[],
  classes: readonly string[],
  choice: { readonly functionWords: boolean },
): {
  readonly corpus: Corpus;
  readonly origins: readonly Origin[];
  readonly vocabulary: Vocabulary;
  readonly set: LearningSet;
} {
  const origins = lessons.map(({ origin }) => origin);
  const corpus = corpusOf(
    lessons.map(({ text }) => text),
    choice,
  );
  const vocabulary = Vocabulary.of(corpus, origins, LIMITS);
  const position = new Map(classes.map((key, at) => [key, at]));
  const set = {
    matrix: vocabulary.matrixOf(corpus),
    labels: Int32Array.from(lessons, ({ category }) => position.get(category) ?? 0),
    weights: Float64Array.from(lessons, ({ weight }) => weight),
  };
  return { corpus, origins, vocabulary, set };
}

function isOfDesk(lessons: readonly Lesson[]): (row: number) => boolean {
  return (row) => lessons[row]?.origin === 'desk';
}

/** The probabilities of those classes that may be chosen, by their positions; they add up to 1. */
export function probabilitiesAmong(
  scores: Float64Array,
  temperature: number,
  positions: readonly number[],
): Float64Array {
  return probabilitiesOf(
    Float64Array.from(positions, (at) => scores[at] ?? 0),
    temperature,
  );
}
