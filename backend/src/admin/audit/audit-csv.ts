import type { Stringifier } from 'csv-stringify';
import type { AuditEntry } from '../../audit/audit-entry.ts';
import { spreadsheetCsv } from '../../common/csv/spreadsheet-csv.ts';

const COLUMNS = [
  ...['id', 'at', 'kind', 'actor_id', 'actor', 'via', 'address'],
  ...['subject_type', 'subject_id', 'subject_label', 'details'],
] as const;

export type AuditRow = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/** Turns rows into CSV for spreadsheets. */
export function auditCsv(): Stringifier {
  return spreadsheetCsv(COLUMNS);
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
