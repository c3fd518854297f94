import { type Calibration, calibrationOf, probabilitiesOf } from './calibration.ts';
import { type Corpus, corpusOf, countedTexts, withoutLetters } from './corpus.ts';
import type { FeatureChoice } from './features.ts';
import { knownSharesAmongOthers } from './frequencies.ts';
import { learnedVocabulary } from './learned-vocabulary.ts';
import { type LearningSet, type Recipe, fitted, heldOutScores } from './held-out.ts';
import type { Lesson } from './lesson.ts';
import { figuresOf, meanOf } from './metrics.ts';
import type { SoftmaxRegression } from './numeric/softmax-regression.ts';
import type { SparseMatrix } from './numeric/sparse-matrix.ts';
import { isBeyondNoise, pairedCounts } from './paired-counts.ts';
import type { PlainText } from './plain-text.ts';
import { type HeldOutTicket, judgedOf, thresholdsFrom, usualShare } from './record.ts';
import { doubtAfter, strangeness } from './strangeness.ts';
import type { Thresholds } from './verdict.ts';
import type { TextRow, Vocabulary } from './vocabulary.ts';

/** What a model says of a text. */
export interface CategoryReading extends TextRow {
  /** Of each class, in the order of `classes`, before the temperature. */
  readonly scores: Float64Array;
  /** The model's, its temperature raised for strangers. */
  readonly calibration: Calibration;
}

/** Tells the categories of texts. */
export interface CategoryModel extends Calibration {
  readonly classes: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly regression: SoftmaxRegression;
  readonly thresholds: Thresholds;
  /** The share of known words that a ticket of the desk usually has. */
  readonly usualShare: number;
  /** How much it doubts a text for each tenth that it has less. */
  readonly doubt: number;
  /** Whether the regression has one class more, the last: what the desk has no category for. */
  readonly knowsOthers: boolean;
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
const C = 8;
/** How much complement naive Bayes has to say. Measured on six sets: rather flat from 0.5 to 1.2. */
const BAYES = 0.8;
/** How much the letters of words count where the starter knows the desk's categories: its words tell them best. */
const LETTERS = 0.8;
/** Elsewhere most words were seen a few times or never, and their letters tell more. Measured on five sets: flat from 1.6 to 2.2. */
const LETTERS_OF_OWN = 1.6;
/** Below this many tickets a model cannot tell whether function words help it. */
const FUNCTION_WORDS_FROM = 500;
/** The newest tickets, as many as are looked at to decide that. */
const FUNCTION_WORDS_SAMPLE = 1_500;
/** The record of the newest tickets says what counts today; more would take longer and say the same. */
const RECORD_OF = 20_000;
/** At which temperature it is judged whether a text is about something else. */
const OF_OTHERS = { temperature: 1 };
/** When the tickets of a category look like something else to this degree, it took the place of one that is shipped. */
const MOST_OTHERNESS = 0.5;
/** Fewer tickets of a category do not tell that. */
const OTHERNESS_FROM = 5;
/**
 * How much further apart the scores of the model are than those of the models that judged what was held out: it learned from a
 * quarter more. Measured at 200 to 1,000 tickets: 1.03 to 1.07.
 */
const GROWTH = 1.05;
/** Nothing can be held out of fewer tickets. */
const RECORD_FROM = 20;

export function readingOf(model: CategoryModel, text: PlainText): CategoryReading {
  const row = model.vocabulary.rowOf(text);
  const scores = model.regression.scoresOf(row);
  const doubt = strangeness(
    row.knownShare,
    { usual: model.usualShare, doubt: model.doubt },
    othernessOf(scores, model.classes.length),
  );
  const { temperature, wrongShare } = model;
  const calibration = { temperature: temperature * doubt, wrongShare };
  return { ...row, scores: scores.subarray(0, model.classes.length), calibration };
}

/** The probability of the class behind the desk's own, 0 where there is none. */
function othernessOf(scores: Float64Array, classes: number): number {
  return probabilitiesOf(scores, OF_OTHERS)[classes] ?? 0;
}

/** The same lessons in the same order give the same model, bit by bit. */
export function fitCategories(lessons: readonly Lesson[], classes: readonly string[]): CategoryFit {
  const corpus = corpusOf(lessons.map(({ text }) => text));
  const choice = {
    functionWords: wantsFunctionWords(lessons, corpus, classes),
    lettersWeight: lettersWeightFor(lessons),
  };
  const fit = fitWith(lessons, corpus, classes, choice);
  if (!fit.looksLikeOthers) return fit;
  const withoutOthers = lessons.map((lesson): Lesson =>
    isOther(lesson) ? { ...lesson, origin: 'background' } : lesson,
  );
  return fitWith(withoutOthers, corpus, classes, choice);
}

function fitWith(
  lessons: readonly Lesson[],
  corpus: Corpus,
  classes: readonly string[],
  choice: FeatureChoice,
): CategoryFit & { readonly looksLikeOthers: boolean } {
  const { vocabulary, set, knownShares } = learned(lessons, corpus, classes, choice, [...lessons.keys()]);
  const knowsOthers = lessons.some(isOther);
  const recipe = recipeFor(classes, knowsOthers);
  const tickets = lessons.filter(({ origin }) => origin === 'desk').length;
  const newest = lessons.length - Math.min(tickets, RECORD_OF);
  const isRecent = (row: number): boolean => row >= newest;
  const rows = set.rows.filter((row) => lessons[row]?.origin !== 'desk' || isRecent(row));
  const scores = tickets < RECORD_FROM ? [] : heldOutScores(set, recipe, FOLDS, isRecent, rows);
  const usual = usualShare(Array.from(knownShares).filter((_, row) => scores[row]));
  const doubt = doubtAfter(tickets);
  const heldOut = scores.flatMap((of, row): HeldOutTicket[] => {
    if (!of) return [];
    const knownShare = knownShares[row] ?? 0;
    const times = GROWTH / strangeness(knownShare, { usual, doubt }, othernessOf(of, classes.length));
    const own = of.subarray(0, classes.length);
    return [{ scores: own.map((score) => score * times), label: set.labels[row] ?? 0, knownShare }];
  });
  const calibration = calibrationOf(heldOut);
  const thresholds = thresholdsFrom(heldOut, calibration);
  const model = {
    ...{ classes, vocabulary, regression: fitted(set, recipe), ...calibration, thresholds, usualShare: usual },
    ...{ doubt, knowsOthers },
  };
  const looksLikeOthers = classes.some((_, at) => {
    const own = scores.flatMap((of, row) => (of && set.labels[row] === at ? othernessOf(of, classes.length) : []));
    return own.length >= OTHERNESS_FROM && meanOf(own) > MOST_OTHERNESS;
  });
  return { model, matrix: set.matrix, heldOut, looksLikeOthers };
}

/**
 * A class that nothing is an example of would take half of the steps to learn that it never occurs. What the desk has no
 * category for is left to the regression: Bayes would see it in too much.
 */
function recipeFor({ length }: readonly string[], knowsOthers: boolean): Recipe {
  return { classes: length + (knowsOthers ? 1 : 0), c: C, bayes: { share: BAYES, classes: length } };
}

/** Whether a lesson shows what a ticket looks like that belongs to none of the categories. */
function isOther({ category, origin }: Lesson): boolean {
  return category === null && origin !== 'background';
}

function lettersWeightFor(lessons: readonly Lesson[]): number {
  return lessons.some(({ origin, category }) => origin === 'starter' && category !== null) ? LETTERS : LETTERS_OF_OWN;
}

/**
 * Whether words that hold sentences together help on this desk: they do on some, once there are tickets enough. They have to win
 * by more than chance.
 */
function wantsFunctionWords(lessons: readonly Lesson[], corpus: Corpus, classes: readonly string[]): boolean {
  const tickets = lessons.filter(({ origin }) => origin === 'desk').length;
  if (tickets < FUNCTION_WORDS_FROM) return false;
  const newest = lessons.length - FUNCTION_WORDS_SAMPLE;
  // The letters of words are the same with them or without, and most of the work.
  const words = withoutLetters(corpus);
  const sample = [...lessons.keys()].filter((at) => lessons[at]?.origin !== 'desk' || at >= newest);
  const [without, withThem] = [false, true].map((functionWords) => {
    const { set } = learned(lessons, words, classes, { functionWords, lettersWeight: 0 }, sample);
    const isOfDesk = (row: number): boolean => lessons[sample[row] ?? 0]?.origin === 'desk';
    const scores = heldOutScores(set, recipeFor(classes, lessons.some(isOther)), 2, isOfDesk);
    const heldOut = scores.flatMap((of, row) =>
      of ? [{ scores: of.subarray(0, classes.length), label: set.labels[row] ?? 0, knownShare: 1 }] : [],
    );
    return judgedOf(heldOut, { temperature: 1 });
  });
  if (!without || !withThem) return false;
  // Both judged the same tickets in the same order.
  const { onlyFirst, onlySecond } = pairedCounts(
    without.map(({ label, answer }, at) => [answer === label, withThem[at]?.answer === label]),
  );
  return (
    figuresOf(withThem, classes.length).macroF1 > figuresOf(without, classes.length).macroF1 &&
    isBeyondNoise(onlySecond, onlyFirst)
  );
}

/** What some of the lessons are to a model; the rows of the set are in the order of `among`. */
function learned(
  lessons: readonly Lesson[],
  corpus: Corpus,
  classes: readonly string[],
  choice: FeatureChoice,
  among: readonly number[],
): { readonly vocabulary: Vocabulary; readonly set: LearningSet; readonly knownShares: Float32Array } {
  const chosen = among.flatMap((at) => lessons[at] ?? []);
  const origins = chosen.map(({ origin }) => origin);
  const texts = countedTexts(corpus, choice, among);
  const { vocabulary, matrix, frequencies } = learnedVocabulary(texts, origins, LIMITS);
  const position = new Map(classes.map((key, at) => [key, at]));
  const set = {
    matrix,
    labels: Int32Array.from(chosen, ({ category }) => position.get(category ?? '') ?? classes.length),
    weights: Float64Array.from(chosen, ({ weight }) => weight),
    rows: Int32Array.from(chosen.keys()).filter((row) => chosen[row]?.origin !== 'background'),
    families: [0, vocabulary.words.idf.length],
  };
  return { vocabulary, set, knownShares: knownSharesAmongOthers(texts, origins, frequencies) };
}

/** The probabilities of those classes that may be chosen, by their positions; they add up to 1. */
export function probabilitiesAmong(
  scores: Float64Array,
  calibration: Calibration,
  positions: readonly number[],
): Float64Array {
  return probabilitiesOf(
    Float64Array.from(positions, (at) => scores[at] ?? 0),
    calibration,
  );
}
