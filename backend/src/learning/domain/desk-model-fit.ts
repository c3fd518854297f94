import { TICKET_PRIORITIES } from '../../vocabulary/ticket-priority.ts';
import { type Calibration, probabilitiesOf } from './calibration.ts';
import { type CategoryFit, fitCategories } from './category-model.ts';
import type { DecidedTicket } from './decided-ticket.ts';
import { bytesOf } from './desk-model.ts';
import { type LanguageLikeness, knownLanguages } from './languages.ts';
import { type LearnableCategory, type Lesson, lessonsOf } from './lesson.ts';
import { type Figures, figuresOf } from './metrics.ts';
import { rowOf } from './numeric/sparse-matrix.ts';
import { type PriorityBasis, type PriorityFit, type PriorityLesson, fitPriorities } from './priority-model.ts';
import { judgedOf } from './record.ts';
import type { Starter } from './starter.ts';
import { type Suspect, suspectsOf } from './suspects.ts';
import { UrgencyLexicon, type UrgencyTerm, urgencyOf } from './urgency.ts';
import { verdictOf } from './verdict.ts';

export interface FitOptions {
  /** Those that may be suggested; tickets of others are not learned from. */
  readonly categories: readonly LearnableCategory[];
  /** What the desk knows without tickets; null to learn from tickets alone. */
  readonly starter: Starter | null;
  readonly likenessOf: LanguageLikeness;
}

/** How good a model was on tickets of the desk that it had not learned from. */
export interface ModelMetrics extends Calibration {
  /** How many decided tickets it learned from. */
  readonly tickets: number;
  readonly starter: string | null;
  readonly functionWords: boolean;
  readonly languages: readonly string[];
  /** Null below 20 tickets. The classes are in the order of `categories`. */
  readonly category: Figures | null;
  readonly categories: readonly string[];
  readonly priority: {
    /** What priorities are judged by: nothing, where people's choices follow neither. */
    readonly basis: PriorityBasis | 'nothing';
    readonly tickets: number;
    /** Cohen's kappa with people's choices, of the lexicon and of what was learned from texts; null below 50. */
    readonly lexiconKappa: number | null;
    readonly textKappa: number | null;
    /** Null below 50 choices. */
    readonly figures: Figures | null;
  };
}

/** What a model made of a ticket that it had not learned from. */
export interface HeldOutAnswer {
  /** The key of the category. */
  readonly category: string;
  readonly abstains: boolean;
}

/** A model as bytes for `DeskModel.load`, and what is known of it. */
export interface FittedModel {
  readonly bytes: Buffer;
  readonly metrics: ModelMetrics;
  /** One for each of the newest tickets of categories that may be suggested, in their order; none below 20 tickets. */
  readonly heldOut: readonly HeldOutAnswer[];
  /** Which of those look filed wrongly, the likeliest first; categories are positions in `metrics.categories`. */
  readonly suspects: readonly Suspect[];
}

/** What a desk knows that learns from its tickets alone. */
const NOTHING: Pick<Starter, 'tickets' | 'terms' | 'urgency'> = { tickets: [], terms: [], urgency: [] };

/**
 * Makes the model of a desk. The same tickets in the same order and the same options give the same bytes.
 *
 * @param tickets the decided ones, the oldest first.
 */
export function fitDeskModel(tickets: readonly DecidedTicket[], options: FitOptions): FittedModel {
  const starter = options.starter ?? NOTHING;
  const classes = options.categories.map(({ key }) => key);
  const lessons = lessonsOf(tickets, options.categories, starter);
  const category = fitCategories(lessons, classes);
  const priority = fitPriorities(priorityLessons(lessons, category, starter.urgency), {
    categories: classes.length,
    words: category.model.vocabulary.words.idf.length,
  });
  const own = lessons.filter(({ origin }) => origin === 'desk');
  const languages = knownLanguages(
    own.map(({ ticket }) => `${ticket?.text.title ?? ''}\n${ticket?.text.description ?? ''}`),
    options.likenessOf,
  );
  const parts = { category: category.model, priority: priority.model, urgency: starter.urgency, languages };
  return {
    bytes: bytesOf(parts),
    metrics: metricsOf(own.length, options, category, priority, languages),
    heldOut: answersOf(category),
    suspects: suspectsOf(category.heldOut, category.model),
  };
}

function priorityLessons(
  lessons: readonly Lesson[],
  { model, matrix }: CategoryFit,
  urgency: readonly UrgencyTerm[],
): PriorityLesson[] {
  const lexicon = new UrgencyLexicon(urgency);
  return lessons.flatMap(({ text, ticket, category, origin, weight }, row) => {
    if (!ticket?.priority) return [];
    return [
      {
        priority: ticket.priority,
        urgency: urgencyOf(lexicon.find(text)),
        category: model.classes.indexOf(category ?? ''),
        words: rowOf(matrix, row),
        isOfDesk: origin === 'desk',
        weight,
      },
    ];
  });
}

/** How long a ticket is does not matter here: hardly one says too little. */
const LONG_ENOUGH = Infinity;

function answersOf({ model, heldOut }: CategoryFit): HeldOutAnswer[] {
  return heldOut.map(({ scores, knownShare }) => {
    const probabilities = probabilitiesOf(scores, model);
    const { kind } = verdictOf({ probabilities, knownShare, words: LONG_ENOUGH }, model.thresholds);
    return { category: model.classes[scores.indexOf(Math.max(...scores))] ?? '', abstains: kind === 'none' };
  });
}

function metricsOf(
  tickets: number,
  { starter }: FitOptions,
  { model, heldOut }: CategoryFit,
  { model: priority, heldOut: ofPriorities, record }: PriorityFit,
  languages: readonly string[],
): ModelMetrics {
  const { classes, temperature, wrongShare, vocabulary } = model;
  return {
    ...{ tickets, temperature, wrongShare, languages },
    starter: starter?.version ?? null,
    functionWords: vocabulary.choice.functionWords,
    category: heldOut.length === 0 ? null : figuresOf(judgedOf(heldOut, model), classes.length),
    categories: classes,
    priority: {
      basis: priority.isLearnable ? priority.basis : 'nothing',
      ...record,
      figures: ofPriorities.length === 0 ? null : figuresOf(judgedOf(ofPriorities, priority), TICKET_PRIORITIES.length),
    },
  };
}
