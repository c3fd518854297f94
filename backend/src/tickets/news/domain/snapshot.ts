/**
 * A snapshot of the database as `pg_current_snapshot()` tells it: which transactions had ended when it was taken. Those of one
 * primary follow each other: what a later one sees is all that an earlier one sees, and more.
 */
export type Snapshot = string & { readonly of: 'pg_snapshot' };

/**
 * A snapshot, and the era in which it was taken: numbers of transactions that never reached the disk, or the standby, are given
 * again after a crash or a failover, and so snapshots follow each other within one era only.
 */
export interface Moment {
  readonly era: string;
  readonly snapshot: Snapshot;
}

/** Above what PostgreSQL will ever count to, and below what JavaScript counts exactly. */
const XID_MAX = Number.MAX_SAFE_INTEGER;
const RADIX = 36;
const FORM = /^[0-9a-z]{1,11}(\.[0-9a-z]{1,11})+$/;

/** The transaction that came next when it was taken. */
export function nextTransaction(snapshot: Snapshot): number {
  return Number(snapshot.split(':', 2)[1]);
}

/** In few characters that headers and addresses take. */
export function shortForm(snapshot: Snapshot): string {
  const [first = '', next = '', open = ''] = snapshot.split(':');
  const distances = [next, ...(open === '' ? [] : open.split(','))].map((xid) => Number(xid) - Number(first));
  return [Number(first), ...distances].map((number) => number.toString(RADIX)).join('.');
}

/** Reads what `shortForm` wrote; null for anything that PostgreSQL would not take for a snapshot. */
export function snapshotFrom(text: string): Snapshot | null {
  if (!FORM.test(text)) return null;
  const [first = 0, toNext = 0, ...distances] = text.split('.').map((part) => parseInt(part, RADIX));
  const isInOrder = distances.every((distance, index) => distance < toNext && distance > (distances[index - 1] ?? -1));
  if (first < 1 || first + toNext > XID_MAX || !isInOrder) return null;
  return `${String(first)}:${String(first + toNext)}:${distances.map((one) => first + one).join(',')}` as Snapshot;
}
