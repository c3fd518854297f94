/** Tables that grow with the desk: to read one of them takes long. */
export const LARGE_TABLES: readonly string[] = [
  'tickets',
  'ticket_events',
  'ticket_search',
  'suggestions',
  'audit_events',
];

/** Modes of PostgreSQL that somebody who reads or writes rows waits for, or that a change of the schema takes; the strongest last. */
export const MODES = [
  'ShareUpdateExclusiveLock',
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
] as const;

export type Mode = (typeof MODES)[number];

/** A lock on a table that is there for others too, or on one of its indexes. */
export interface TableLock {
  readonly table: string;
  readonly mode: Mode;
}

/** The locks that the processes of which `condition` holds (`pg_stat_activity AS a`) have got, one row for each table and mode. */
export function locksOf(condition: string): string {
  return `
    SELECT DISTINCT coalesce(of_index.relname, c.relname) AS table, l.mode
    FROM pg_stat_activity AS a JOIN pg_locks AS l USING (pid) JOIN pg_class AS c ON c.oid = l.relation
      LEFT JOIN pg_index AS i ON i.indexrelid = c.oid LEFT JOIN pg_class AS of_index ON of_index.oid = i.indrelid
    WHERE ${condition} AND l.granted AND l.locktype = 'relation' AND c.relnamespace = 'public'::regnamespace
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.mode = ANY ('{${MODES.join(',')}}')`;
}
