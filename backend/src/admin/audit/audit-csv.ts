import { type Stringifier, stringify } from 'csv-stringify';
import type { AuditEntry } from '../../audit/audit-entry.ts';

const COLUMNS = [
  ...['id', 'at', 'kind', 'actor_id', 'actor', 'via', 'address'],
  ...['subject_type', 'subject_id', 'subject_label', 'details'],
] as const;

export type AuditRow = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/**
 * Turns rows into CSV: a header, UTF-8 with a mark that spreadsheets know it by. What people typed may begin like a
 * formula (`=`, `+`, `-`, `@`, tab, line break); an apostrophe before it keeps spreadsheets from running it.
 */
export function auditCsv(): Stringifier {
  return stringify({
    columns: [...COLUMNS],
    header: true,
    bom: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    escape_formulas: true,
    // The library does so for all but the line feed.
    cast: { string: (text) => (text.startsWith('\n') ? `'${text}` : text) },
  });
}

/** One line of the table. `names` are the usernames of people by id. */
export function auditRow(entry: AuditEntry, names: ReadonlyMap<number, string>): AuditRow {
  const { id, at, kind, actor, via, address, subject, details } = entry;
  return {
    ...{ id, at: at.toISOString(), kind, actor_id: actor },
    actor: actor === null ? null : (names.get(actor) ?? null),
    ...{ via, address },
    subject_type: subject?.type ?? null,
    subject_id: subject?.id ?? null,
    subject_label: subject?.label ?? null,
    details: JSON.stringify(details),
  };
}
