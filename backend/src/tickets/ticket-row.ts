import type { TicketPriority } from '../vocabulary/ticket-priority.ts';
import type { TicketStatus } from '../vocabulary/ticket-status.ts';
import type { TicketTriage } from '../vocabulary/ticket-triage.ts';
import { arrivalOf } from './arrival.sql.ts';
import type { Arrival } from './domain/arrival.ts';
import { type OpenSuggestionRow, openSuggestion, toLaterSuggestion } from './later/open-suggestion.sql.ts';
import type { Ticket, TicketWithDuplicates } from './domain/ticket.ts';

/** A row of `tickets` as the driver reads it. */
export interface TicketRow {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priority: TicketPriority;
  readonly status: TicketStatus;
  readonly created_by: string | null;
  readonly assignee: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly resolved_at: Date | null;
  readonly closed_at: Date | null;
  readonly version: number;
  readonly triage: TicketTriage | null;
  readonly duplicate_of: string | null;
  readonly requester: string | null;
}

export const TICKET_COLUMNS =
  'id, title, description, category, priority, status, created_by, assignee, created_at, updated_at, resolved_at, ' +
  'closed_at, version, triage, duplicate_of, requester';

export function toTicket(row: TicketRow): Ticket {
  return {
    id: Number(row.id),
    title: row.title,
    description: row.description,
    category: row.category,
    priority: row.priority,
    status: row.status,
    createdBy: toId(row.created_by),
    assignee: toId(row.assignee),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    version: row.version,
    triage: row.triage,
    duplicate_of: toId(row.duplicate_of),
    requester: toId(row.requester),
  };
}

/** A ticket with what only the whole one tells. */
export interface TicketRowWithDuplicates extends TicketRow {
  readonly duplicates: readonly string[];
  readonly followers: readonly string[];
  readonly later_suggestion: OpenSuggestionRow | null;
  readonly arrived_by: Arrival | null;
}

/** @param rows the table, or the part of a statement, that the ticket is read from. */
export function withDuplicates(rows: string): string {
  return `${TICKET_COLUMNS}, ARRAY(
    SELECT d.id FROM tickets AS d WHERE d.duplicate_of = ${rows}.id AND d.deleted_at IS NULL ORDER BY d.id LIMIT 100
  ) AS duplicates, ARRAY(
    SELECT f.contact_id FROM ticket_followers AS f WHERE f.ticket_id = ${rows}.id ORDER BY f.contact_id
  ) AS followers, ${openSuggestion(rows)} AS later_suggestion, ${arrivalOf(rows)} AS arrived_by`;
}

export function toTicketWithDuplicates(row: TicketRowWithDuplicates): TicketWithDuplicates {
  return {
    ...toTicket(row),
    duplicates: row.duplicates.map(Number),
    followers: row.followers.map(Number),
    laterSuggestion: toLaterSuggestion(row.later_suggestion),
    arrivedBy: row.arrived_by,
  };
}

/** The driver reads a bigint as text; ids are small enough for a number. */
export function toId(value: string | null): number | null {
  return value === null ? null : Number(value);
}

/** Who is known by an id, and what they are called; null for nobody. */
export function toNamed(id: string | null, name: string | null): { readonly id: number; readonly name: string } | null {
  return id === null ? null : { id: Number(id), name: name ?? '' };
}
