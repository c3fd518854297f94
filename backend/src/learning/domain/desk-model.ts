import { createHash } from 'node:crypto';
import { TICKET_PRIORITIES } from '../../vocabulary/ticket-priority.ts';
import type { TicketText } from '../../vocabulary/ticket-text.ts';
import { probabilitiesOf } from './calibration.ts';
import { type CategoryModel, probabilitiesAmong, readingOf } from './category-model.ts';
import { decidingWords } from './deciding-words.ts';
import { pairOf } from './features.ts';
import { type LanguageLikeness, isOfUnknownLanguage } from './languages.ts';
import type { FieldJudgement, LocalJudgement } from './local-judgement.ts';
import { meanOf } from './metrics.ts';
import { packModel, unpackModel } from './model-bytes.ts';
import { namedLanguage } from './named-language.ts';
import { SoftmaxRegression } from './numeric/softmax-regression.ts';
import { plainText } from './plain-text.ts';
import { type PriorityModel, priorityRow } from './priority-model.ts';
import { type FoundUrgency, UrgencyLexicon, type UrgencyTerm, urgencyOf } from './urgency.ts';
import { type AbstentionReason, type Thresholds, type Verdict, verdictOf } from './verdict.ts';
import { type Family, type TextRow, Vocabulary } from './vocabulary.ts';
import { type WordSample, wordSample } from './word-sample.ts';
import { wordsOfTicket } from './words.ts';
import { WrittenWords } from './written-words.ts';

/** What a model is made of. */
export interface DeskModelParts {
  readonly category: CategoryModel;
  readonly priority: PriorityModel;
  readonly urgency: readonly UrgencyTerm[];
  /** ISO 639-3 codes. */
  readonly languages: readonly string[];
}

/** A category that may be suggested. */
interface Choice {
  readonly key: string;
}

/** From which probability a value is offered alone, by field, whatever else is likely; where nothing is said the model knows best. */
export interface OwnThresholds {
  readonly category?: number | null;
  readonly priority?: number | null;
}

/** Only a text of which less than this is known may be of another language: finding that out takes longer than all else. */
const LANGUAGE_IN_DOUBT = 0.5;
/** A term of urgency that weighs less did not decide. */
const TELLING_URGENCY = 1;
const MOST_WORDS = 3;

/** The desk's own suggester as it came out of one refit. It never changes, waits for nothing and needs no network. */
export class DeskModel {
  /** Names this model: another one from other tickets has another version. */
  readonly version: string;
  /** The keys of the categories that it knows, active or not. */
  readonly categories: readonly string[];
  private readonly parts: DeskModelParts;
  private readonly lexicon: UrgencyLexicon;
  private readonly likenessOf: LanguageLikeness;

  private constructor(version: string, parts: DeskModelParts, likenessOf: LanguageLikeness) {
    this.version = version;
    this.categories = parts.category.classes;
    this.parts = parts;
    this.lexicon = new UrgencyLexicon(parts.urgency);
    this.likenessOf = likenessOf;
  }

  /** @throws Error when the bytes are no model of this version of the desk. */
  static load(bytes: Buffer, likenessOf: LanguageLikeness): DeskModel {
    const version = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    return new DeskModel(version, unpacked(bytes), likenessOf);
  }

  /**
   * @param categories the active ones: no other is suggested, and they share all probability.
   * @param instead from which probability a value is offered alone, in place of what the model found out.
   */
  judge(text: TicketText, categories: readonly Choice[], instead: OwnThresholds = {}): LocalJudgement {
    const { category } = this.parts;
    const priority = withThreshold(this.parts.priority, instead.priority);
    const plain = plainText(text);
    const written = new WrittenWords(text);
    const words = wordsOfTicket(plain).filter((word) => word !== null).length;
    const reading = readingOf(category, plain);
    const { foreign, language } = this.languageOf(text, reading.knownShare);
    const found = this.lexicon.find(plain);
    const all = probabilitiesOf(reading.scores, reading.calibration);
    const features = { categories: this.categories.length, words: category.vocabulary.words.idf.length };
    const row = priorityRow({ urgency: urgencyOf(found), words: reading, categories: all }, features, priority.basis);
    const levels = probabilitiesOf(priority.regression.scoresOf(row), priority);
    const read = { knownShare: reading.knownShare, words };

    const positions = categories.map(({ key }) => this.categories.indexOf(key)).filter((at) => at >= 0);
    const keys = positions.map((at) => this.categories[at] ?? '');
    const probabilities = probabilitiesAmong(reading.scores, reading.calibration, positions);
    const { thresholds } = withThreshold(category, instead.category);
    const [first = 0, second = first] = ranked(reading.scores, positions);
    const ofCategory = judged(keys, probabilities, verdictUnless(foreign, { ...read, probabilities }, thresholds));
    return {
      category: {
        ...ofCategory,
        ...{
          threshold: thresholds.alone,
          temperature: reading.calibration.temperature,
          knownShare: reading.knownShare,
        },
        words: positions.length === 0 ? [] : decidingWords(written, reading, category, first, [second]),
        ...{ knownWords: reading.knownWords, language },
        wordSample: ofCategory.abstained === 'unknown_words' ? wordSample(written, reading.read) : null,
        optionWords: this.wordsOfEach(ofCategory.options, positions, written, reading),
      },
      priority: {
        ...judged(TICKET_PRIORITIES, levels, priorityVerdict(foreign, priority, { ...read, probabilities: levels })),
        ...{ threshold: priority.thresholds.alone, temperature: priority.temperature, knownShare: reading.knownShare },
        words: urgentWords(found, written),
        optionWords: {},
      },
      version: this.version,
    };
  }

  /** The words of a text that speak most for a category and against another, as they stand there; none for categories it does not know. */
  wordsFor(text: TicketText, category: string, against: string): string[] {
    const [value, rival] = [category, against].map((key) => this.categories.indexOf(key));
    if (value === undefined || rival === undefined || value < 0 || rival < 0) return [];
    const reading = readingOf(this.parts.category, plainText(text));
    return decidingWords(new WrittenWords(text), reading, this.parts.category, value, [rival]);
  }

  /** The first words of a text that it knows, and the first that it does not, as they stand there. */
  sampleOf(text: TicketText): WordSample {
    return wordSample(new WrittenWords(text), this.parts.category.vocabulary.rowOf(plainText(text)).read);
  }

  /** The same model with other words of urgency. */
  withUrgency(urgency: readonly UrgencyTerm[]): DeskModel {
    return new DeskModel(this.version, { ...this.parts, urgency }, this.likenessOf);
  }

  /**
   * How much the words of each term, and pairs of them, speak in a text for the term's category rather than for the average
   * one, in points of its score; null where the model knows neither them nor the category.
   */
  weightsOf(
    text: TicketText,
    terms: readonly { readonly words: string; readonly category: string }[],
  ): (number | null)[] {
    const { vocabulary, regression } = this.parts.category;
    const row = readingOf(this.parts.category, plainText(text));
    return terms.map(({ words: term, category }) => {
      const words = term.split(' ');
      const value = this.categories.indexOf(category);
      const pairs = words.slice(1).map((word, at) => pairOf(words[at] ?? '', word));
      const columns = [...words, ...pairs].flatMap((name) => vocabulary.words.columns.get(name) ?? []);
      if (value < 0 || columns.length === 0) return null;
      return columns.reduce((sum, column) => {
        const at = row.columns.indexOf(column);
        const all = this.categories.map((_, k) => regression.weightOf(column, k));
        return sum + (at < 0 ? 0 : (row.values[at] ?? 0) * ((all[value] ?? 0) - meanOf(all)));
      }, 0);
    });
  }

  /**
   * Of two categories, the words that speak for each and against all others, or where there are none, against the other of the
   * two; of one or none, nothing.
   */
  private wordsOfEach(
    options: readonly string[],
    among: readonly number[],
    written: WrittenWords,
    row: TextRow,
  ): Readonly<Record<string, readonly string[]>> {
    const [one, other] = options;
    if (one === undefined || other === undefined) return {};
    const words = (option: string, rival: string): string[] => {
      const value = this.categories.indexOf(option);
      const speaking = (rivals: readonly number[]): string[] =>
        decidingWords(written, row, this.parts.category, value, rivals);
      const telling = speaking(among.filter((category) => category !== value));
      return telling.length > 0 ? telling : speaking([this.categories.indexOf(rival)]);
    };
    return { [one]: words(one, other), [other]: words(other, one) };
  }

  /** Whether a text is of no language that the desk knows, and then of which, where that can be told. */
  private languageOf(text: TicketText, knownShare: number): { foreign: boolean; language: string | null } {
    if (knownShare >= LANGUAGE_IN_DOUBT) return { foreign: false, language: null };
    const read = `${text.title}\n${text.description}`;
    const likeness = this.likenessOf(read);
    const foreign = isOfUnknownLanguage(likeness, this.parts.languages);
    return { foreign, language: foreign ? namedLanguage(likeness, read) : null };
  }
}

/** The same parts give the same bytes. */
export function bytesOf({ category, priority, urgency, languages }: DeskModelParts): Buffer {
  const { vocabulary, regression, ...rest } = category;
  const { regression: ofPriority, ...restOfPriority } = priority;
  const head: Head = {
    category: rest,
    priority: restOfPriority,
    choice: vocabulary.choice,
    words: [...vocabulary.words.columns.keys()],
    letters: [...vocabulary.letters.columns.keys()],
    ...{ urgency, languages },
  };
  return packModel({
    head,
    numbers: [vocabulary.words.idf, vocabulary.letters.idf, regression.weights, ofPriority.weights],
  });
}

interface Head {
  readonly category: Omit<CategoryModel, 'vocabulary' | 'regression'>;
  readonly priority: Omit<PriorityModel, 'regression'>;
  readonly choice: Vocabulary['choice'];
  readonly words: readonly string[];
  readonly letters: readonly string[];
  readonly urgency: readonly UrgencyTerm[];
  readonly languages: readonly string[];
}

function unpacked(bytes: Buffer): DeskModelParts {
  const { head, numbers } = unpackModel(bytes);
  const { category, priority, choice, words, letters, urgency, languages } = head as Head;
  const [ofWords, ofLetters, ofCategories, ofPriorities] = numbers;
  if (!ofWords || !ofLetters || !ofCategories || !ofPriorities) throw new Error('This model lacks numbers');
  const vocabulary = new Vocabulary(choice, family(words, ofWords), family(letters, ofLetters));
  return {
    category: {
      ...category,
      vocabulary,
      regression: new SoftmaxRegression(category.classes.length + (category.knowsOthers ? 1 : 0), ofCategories),
    },
    priority: { ...priority, regression: new SoftmaxRegression(TICKET_PRIORITIES.length, ofPriorities) },
    ...{ urgency, languages },
  };
}

function withThreshold<Field extends { readonly thresholds: Thresholds }>(
  field: Field,
  alone: number | null | undefined,
): Field {
  return typeof alone === 'number'
    ? { ...field, thresholds: { ...field.thresholds, alone, onlyUnrivalled: false } }
    : field;
}

function family(names: readonly string[], idf: Float32Array): Family {
  return { columns: new Map(names.map((name, column) => [name, column])), idf };
}

function judged(
  values: readonly string[],
  probabilities: Float64Array,
  verdict: Verdict,
): Pick<FieldJudgement, 'value' | 'options' | 'abstained' | 'confidence' | 'scores'> {
  const [first] = ranked(probabilities, [...values.keys()]);
  return {
    value: values[first ?? -1] ?? '',
    options: verdict.kind === 'none' ? [] : verdict.classes.map((at) => values[at] ?? ''),
    abstained: verdict.kind === 'none' ? verdict.reason : null,
    confidence: first === undefined ? null : (probabilities[first] ?? null),
    scores: Object.fromEntries(values.map((value, at) => [value, probabilities[at] ?? 0])),
  };
}

function ranked(scores: Float64Array, positions: readonly number[]): number[] {
  return positions.toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
}

function verdictUnless(foreign: boolean, read: Parameters<typeof verdictOf>[0], thresholds: Thresholds): Verdict {
  if (read.probabilities.length === 0) return silent('unknown_words');
  return foreign ? silent('unknown_language') : verdictOf(read, thresholds);
}

function priorityVerdict(
  foreign: boolean,
  { isLearnable, thresholds }: PriorityModel,
  read: Parameters<typeof verdictOf>[0],
): Verdict {
  if (!isLearnable) return silent('not_learnable');
  return verdictUnless(foreign, read, thresholds);
}

function silent(reason: AbstentionReason): Verdict {
  return { kind: 'none', reason };
}

/** The strongest terms of urgency, as they stand in the ticket. */
function urgentWords(found: readonly FoundUrgency[], written: WrittenWords): string[] {
  const telling = found.filter(({ weight }) => Math.abs(weight) >= TELLING_URGENCY);
  telling.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  return [...new Set(telling.flatMap(({ words }) => written.find(words) ?? []))].slice(0, MOST_WORDS);
}
