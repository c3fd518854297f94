import { isSureEnough } from '../../../learning/domain/automatic.ts';
import type { SuggestedField } from '../../../suggestions/domain/suggested-field.ts';
import type { SuggestedFields, SuggestedValue } from '../../../suggestions/domain/suggested-value.ts';
import { type SuggestionSource, judges } from '../../../suggestions/domain/suggestion-source.ts';
import type { PerField, Suggestion } from '../../../suggestions/domain/suggestion.ts';
import type { TicketPriority } from '../../../vocabulary/ticket-priority.ts';
import { type TicketStatus, isDone } from '../../../vocabulary/ticket-status.ts';
import type { TicketTriage } from '../../../vocabulary/ticket-triage.ts';

/** What a person makes of it. */
export const LATER_DECISIONS = ['taken', 'left'] as const;

export type LaterDecision = (typeof LATER_DECISIONS)[number];

/** Values that the desk suggests of a sorted ticket for what its customer wrote later; of a field that is left out nothing. */
export interface OfferedValues {
  readonly category: string | null;
  readonly priority: TicketPriority | null;
  readonly confidence: PerField<number | null>;
  readonly source: SuggestionSource;
}

/** The same as it waits for somebody to decide. */
export interface LaterSuggestion extends OfferedValues {
  readonly id: string;
  /** The number of the message that it came of. */
  readonly message: number;
  readonly at: Date;
}

/** What has to be known of a ticket. */
interface Judged {
  readonly category: string;
  readonly priority: TicketPriority;
  readonly status: TicketStatus;
  readonly triage: TicketTriage | null;
}

/** With fewer characters of their own customers say thank you, or when to call them. */
const CHARACTERS_MIN = 40;

/** What a customer says in a message, without lines that quote; null where that is too little to tell a matter by. */
export function ownWords(text: string): string | null {
  const own = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n')
    .trim();
  return own.length < CHARACTERS_MIN ? null : own;
}

/** Whether the values of a ticket may be thought over: they are decided, and something is left to do for it. */
export function mayBeThoughtOver({ status, triage }: Judged): boolean {
  return triage === null && !isDone(status);
}

/**
 * What a judgement of a later message lets the desk suggest: each value that it names alone, and surely, where the ticket has
 * another; null where that is none. What people have decided against on this ticket is not suggested again.
 */
export function offeredValues(
  ticket: Judged,
  judgement: Pick<Suggestion, 'source' | 'confidence' | 'verdicts'>,
  declined: PerField<readonly string[]>,
): OfferedValues | null {
  const { source, confidence, verdicts } = judgement;
  if (!judges(source)) return null;
  const sure = <Value extends string>(field: SuggestedField, options: readonly Value[]): Value | null => {
    const [value] = options;
    if (value === undefined || options.length > 1 || value === ticket[field]) return null;
    if (confidence[field] === null || !isSureEnough(confidence[field])) return null;
    return declined[field].includes(value) ? null : value;
  };
  const category = sure('category', verdicts.category.options);
  const priority = sure('priority', verdicts.priority.options);
  if (category === null && priority === null) return null;
  return {
    ...{ category, priority, source },
    confidence: {
      category: category === null ? null : confidence.category,
      priority: priority === null ? null : confidence.priority,
    },
  };
}

/** The same as history tells of it beside what was taken. */
export function suggestedFields({ category, priority, confidence }: OfferedValues): Partial<SuggestedFields> {
  const of = (field: SuggestedField, value: string | null): Partial<Record<SuggestedField, SuggestedValue>> =>
    value === null ? {} : { [field]: { value, confidence: confidence[field] } };
  return { ...of('category', category), ...of('priority', priority) };
}
