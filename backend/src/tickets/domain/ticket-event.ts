import type { SuggestedValue } from '../../suggestions/domain/suggested-value.ts';
import type { Authored } from '../../common/author.ts';

/**
 * Of a message the history tells that it came; what it says is told by the conversation, and so is what was removed for good
 * (`redacted`).
 */
export const TICKET_EVENT_KINDS = ['created', 'changed', 'deleted', 'restored', 'message', 'redacted'] as const;

export type TicketEventKind = (typeof TICKET_EVENT_KINDS)[number];

/** The fields of a ticket that may change; the history keeps each change. */
export const HISTORY_FIELDS = [
  'title',
  'description',
  'status',
  'category',
  'priority',
  'assignee',
  'triage',
  'duplicate_of',
  'requester',
] as const;

export type HistoryField = (typeof HISTORY_FIELDS)[number];

/** All that the history tells of: also who follows a ticket, by the id of a contact that began (`to`) or ceased to (`from`). */
export const TOLD_FIELDS = [...HISTORY_FIELDS, 'followers'] as const;

export type ToldField = (typeof TOLD_FIELDS)[number];

export type HistoryValue = string | number | null;

/** What became of one field. Beside a value that was chosen with a suggestion in view stands the suggestion. */
export interface FieldChange<Field extends ToldField = HistoryField> {
  readonly field: Field;
  readonly from: HistoryValue;
  readonly to: HistoryValue;
  readonly suggested: SuggestedValue | null;
}

/** A change as the history tells it. */
export interface ToldChange extends FieldChange<ToldField> {
  /** Who began or ceased to follow; null for every other change. */
  readonly contact: { readonly id: number; readonly name: string } | null;
}

/** One step in the life of a ticket, which it brought to this version. */
export interface TicketEvent extends Authored {
  readonly id: number;
  readonly kind: TicketEventKind;
  readonly at: Date;
  readonly version: number;
  /** What the user is called; null where there is none. */
  readonly actorName: string | null;
  /** The customer who did it, on the portal or by a mail; null where none did, or where only a message tells. */
  readonly contact: { readonly id: number; readonly name: string } | null;
  /** What the API token was called; null without one. */
  readonly tokenName: string | null;
  /** The change of many tickets that it was part of. */
  readonly bulkRunId: string | null;
  readonly changes: readonly ToldChange[];
}

/** From which end a history is read. */
export const HISTORY_ORDERS = ['oldest', 'newest'] as const;

export type HistoryOrder = (typeof HISTORY_ORDERS)[number];

/** Which part of a history is asked for: that behind the version `cursor` stands for. */
export interface HistoryQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly order?: HistoryOrder;
}

/** One page of a history; `next` is the version that the page after it begins behind. */
export interface TicketEventPage {
  readonly events: readonly TicketEvent[];
  readonly next: number | null;
}
