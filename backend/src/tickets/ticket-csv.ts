import type { Stringifier } from 'csv-stringify';
import { type CsvSeparator, spreadsheetCsv } from '../common/csv/spreadsheet-csv.ts';
import type { Ticket } from './domain/ticket.ts';

const COLUMNS = [
  ...['id', 'title', 'description', 'category', 'priority', 'status'],
  ...['created_by', 'created_by_username', 'assignee', 'assignee_username'],
  ...['created_at', 'updated_at', 'resolved_at', 'closed_at', 'version', 'triage', 'duplicate_of'],
] as const;

export type TicketLine = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/** Turns tickets into CSV for spreadsheets. */
export function ticketCsv(separator: CsvSeparator): Stringifier {
  return spreadsheetCsv(COLUMNS, separator);
}

/** One line of the table. `names` are the usernames of people by id. */
export function ticketLine(ticket: Ticket, names: ReadonlyMap<number, string>): TicketLine {
  const { id, title, description, category, priority, status, createdBy, assignee, version, triage, duplicate_of } =
    ticket;
  const nameOf = (person: number | null) => (person === null ? null : (names.get(person) ?? null));
  return {
    ...{ id, title, description, category, priority, status },
    ...{ created_by: createdBy, created_by_username: nameOf(createdBy) },
    ...{ assignee, assignee_username: nameOf(assignee) },
    created_at: ticket.createdAt.toISOString(),
    updated_at: ticket.updatedAt.toISOString(),
    resolved_at: ticket.resolvedAt?.toISOString() ?? null,
    closed_at: ticket.closedAt?.toISOString() ?? null,
    version,
    ...{ triage, duplicate_of },
  };
}
