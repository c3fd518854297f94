import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Via } from '../common/author.ts';
import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import type { AuditEntry, AuditFilter } from './audit-entry.ts';

interface AuditRow {
  readonly id: string;
  readonly occurred_at: Date;
  readonly kind: string;
  readonly actor_id: string | null;
  readonly via: Via;
  readonly address: string | null;
  readonly subject_type: string | null;
  readonly subject_id: string | null;
  readonly subject_label: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

const NEWEST_FIRST = 'ORDER BY e.occurred_at DESC, e.id DESC';

@Injectable()
export class AuditTrailRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** At most `limit` events, newest first, that come after a position. */
  async slice(filter: AuditFilter, after: KeysetPosition | null, limit: number): Promise<AuditEntry[]> {
    const parameters: unknown[] = [];
    const add = (value: unknown) => `$${String(parameters.push(value))}`;
    const conditions = [
      ...(filter.from ? [`e.occurred_at >= ${add(filter.from)}`] : []),
      ...(filter.to ? [`e.occurred_at < ${add(filter.to)}`] : []),
      ...(after ? [`(e.occurred_at, e.id) < (${add(after.createdAt)}::timestamptz, ${add(after.id)}::bigint)`] : []),
    ];
    const most = add(limit);
    const newest = (more: readonly string[]) =>
      `(SELECT e.* FROM audit_events AS e ${where([...conditions, ...more])} ${NEWEST_FIRST} LIMIT ${most})`;
    // One look into an index for each kind and each way to be concerned: what is rare would otherwise be searched for
    // through the whole log.
    const kinds = filter.kinds?.map((kind) => [`e.kind = ${add(kind)}`]) ?? [[]];
    const concerned = filter.actor === undefined ? [[]] : concerning(filter.actor, add);
    const parts = kinds.flatMap((kind) => concerned.map((person) => newest([...kind, ...person])));
    if (parts.length === 0) return [];
    const merged = `SELECT e.* FROM (${parts.join(' UNION ALL ')}) AS e ${NEWEST_FIRST} LIMIT ${most}`;
    const rows: AuditRow[] = await this.dataSource.query(merged, parameters);
    return rows.map(toEntry);
  }
}

/** What a person did; and what others, or nobody known, did that is about them. */
function concerning(person: number, add: (value: unknown) => string): string[][] {
  const actor = `${add(person)}::bigint`;
  const subject = ["e.subject_type = 'user'", `e.subject_id = ${add(String(person))}::text`];
  return [[`e.actor_id = ${actor}`], [...subject, `e.actor_id IS DISTINCT FROM ${actor}`]];
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function toEntry(row: AuditRow): AuditEntry {
  const { subject_type: type, subject_id: id, subject_label: label } = row;
  return {
    id: Number(row.id),
    at: row.occurred_at,
    kind: row.kind,
    actor: row.actor_id === null ? null : Number(row.actor_id),
    via: row.via,
    address: row.address,
    subject: type === null ? null : { type, id, label },
    details: row.details,
  };
}
