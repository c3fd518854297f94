import { createHash } from 'node:crypto';
import type { DemoEvent } from '../../src/setup/demo/demo-history.ts';
import type { FieldChange } from '../../src/tickets/domain/ticket-event.ts';
import type { LoadedTicket } from './ticket-batch.ts';

/** How long before the ticket its suggestion was asked for. */
const ASKED_MS = 20_000;
const LATENCY_MS = 3;

/** What the ledger keeps of a suggestion for a ticket, by the names of its columns. */
export interface LoadedSuggestion {
  readonly created_at: Date;
  readonly input_hash: string;
  readonly suggested_category: unknown;
  readonly suggested_priority: unknown;
  readonly category_confidence: number;
  readonly priority_confidence: number;
  readonly chosen_category: unknown;
  readonly chosen_priority: unknown;
  readonly chosen_at: Date;
  readonly chosen_by: number | null;
  readonly final_category: string;
  readonly final_priority: string;
  readonly final_at: Date;
  readonly corrected: boolean;
  readonly latency_ms: number;
}

/** The suggestion that the history of a ticket tells of, and what became of it; null when it tells of none. */
export function suggestionOf(ticket: LoadedTicket): LoadedSuggestion | null {
  const [created] = ticket.events;
  const category = created && changeOf(created, 'category');
  const priority = created && changeOf(created, 'priority');
  if (!category?.suggested || !priority?.suggested) return null;
  const lastSorted = ticket.events.findLast(
    (event) => changeOf(event, 'category') !== undefined || changeOf(event, 'priority') !== undefined,
  );
  return {
    created_at: new Date(ticket.createdAt.getTime() - ASKED_MS),
    input_hash: createHash('sha256').update(`${ticket.title}\n${ticket.description}`).digest('hex'),
    suggested_category: category.suggested.value,
    suggested_priority: priority.suggested.value,
    category_confidence: category.suggested.confidence ?? 0,
    priority_confidence: priority.suggested.confidence ?? 0,
    ...{ chosen_category: category.to, chosen_priority: priority.to, chosen_at: ticket.createdAt },
    chosen_by: ticket.createdBy,
    ...{ final_category: ticket.category, final_priority: ticket.priority },
    final_at: lastSorted?.at ?? ticket.createdAt,
    corrected: ticket.category !== category.to || ticket.priority !== priority.to,
    latency_ms: LATENCY_MS,
  };
}

function changeOf({ changes }: DemoEvent, field: FieldChange['field']): FieldChange | undefined {
  return changes.find((change) => change.field === field);
}
