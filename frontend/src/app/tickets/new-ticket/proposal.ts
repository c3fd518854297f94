import type { Priority, Suggestion, SuggestionRecord } from '../../api/model';
import { isStandIn } from './stand-in';

/** What the desk would put into one field, and why. */
export interface Proposal<T extends string> {
  /** '' where the person has to choose: of two, or without help. */
  readonly value: T | '';
  /** What the desk holds possible: the value, or two of which it cannot tell which; none where it does not judge. */
  readonly options: readonly T[];
  /** Between 0 and 1; null when nobody stated it, and while nothing has been measured that it could be held to. */
  readonly confidence: number | null;
  /** How often the desk was right when it was about as sure; null while that is not known. */
  readonly record: SuggestionRecord | null;
  /** Nothing of it has been measured on this desk's tickets. */
  readonly firstGuess: boolean;
  /** Excerpts of the ticket's text; where two are possible, of both. */
  readonly reasons: readonly string[];
  /** Those that speak for each of two; empty where there are no two, or nobody knows. */
  readonly optionReasons: ReadonlyMap<string, readonly string[]>;
  /** The desk's judgement, the default that stands in for one, or nobody: the person chooses unaided. */
  readonly from: 'desk' | 'default' | 'nobody';
}

/** A default where nobody judges; it is always a value. */
export type StandIn<T extends string> = Proposal<T> & { readonly value: T };

/** A proposal for each of the two fields that the desk judges. */
export interface Proposals {
  readonly category: Proposal<string>;
  readonly priority: Proposal<Priority>;
}

const NO_REASONS: ReadonlyMap<string, readonly string[]> = new Map();
const BARE = {
  ...{ options: [], confidence: null, record: null, firstGuess: false, reasons: [] },
  optionReasons: NO_REASONS,
} as const;

/** Nobody says anything: the person chooses. */
export const UNAIDED = { ...BARE, value: '', from: 'nobody' } as const;

/** What stands in for a judgement, and claims nothing. */
export function standIn<T extends string>(value: T): StandIn<T> {
  return { ...BARE, value, from: 'default' };
}

/** A suggestion as what it proposes for each field. */
export function proposals(suggestion: Suggestion): Proposals {
  const { suggested_category, suggested_priority, options, hidden, abstained } = suggestion;
  if (hidden) return { category: UNAIDED, priority: UNAIDED };
  if (isStandIn(suggestion)) return { category: standIn(suggested_category), priority: standIn(suggested_priority) };
  return {
    category: abstained ? UNAIDED : judged(suggestion, 'category', suggested_category, options.category),
    priority:
      options.priority.length === 0
        ? standIn(suggested_priority)
        : judged(suggestion, 'priority', suggested_priority, options.priority),
  };
}

function judged<T extends string>(
  suggestion: Suggestion,
  field: keyof Proposals,
  value: T,
  options: readonly T[],
): Proposal<T> {
  const { confidence, measured, reasons, record, option_reasons } = suggestion;
  const ofTwo = field === 'category' && options.length > 1 ? option_reasons : [];
  return {
    value: options.length > 1 ? '' : value,
    options,
    confidence: measured && options.length === 1 ? confidence[field] : null,
    record: measured && options.length === 1 ? record[field] : null,
    firstGuess: !measured && options.length === 1,
    reasons: ofTwo.length > 0 ? ofTwo.flatMap(({ words }) => words) : reasons[field],
    optionReasons: new Map(ofTwo.map(({ category, words }) => [category, words])),
    from: 'desk',
  };
}
