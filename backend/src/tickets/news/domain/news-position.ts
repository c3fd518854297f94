import { type Snapshot, shortForm, snapshotFrom } from './snapshot.ts';

/**
 * How far somebody has followed the history: all that `base` sees is told, and of what `batch` sees besides, the events up to
 * the number `last`. At the end of a batch, `base` is that batch.
 */
export interface NewsPosition {
  readonly base: Snapshot;
  readonly batch: Snapshot;
  readonly last: number;
}

const LENGTH_MAX = 4_000;
const NUMBER = /^\d{1,15}$/;

/** Where somebody stands who has been told all that a snapshot sees. */
export function endOf(snapshot: Snapshot): NewsPosition {
  return { base: snapshot, batch: snapshot, last: 0 };
}

/** As the `id` of an event has it. */
export function encodePosition({ base, batch, last }: NewsPosition): string {
  return base === batch ? shortForm(base) : [shortForm(base), shortForm(batch), String(last)].join('~');
}

/** Reads what `encodePosition` wrote; null for anything else. */
export function decodePosition(text: string): NewsPosition | null {
  if (text.length > LENGTH_MAX) return null;
  const [first = '', second, last, ...more] = text.split('~');
  const base = snapshotFrom(first);
  if (base === null || more.length > 0) return null;
  if (second === undefined) return endOf(base);
  const batch = snapshotFrom(second);
  if (batch === null || batch === base || last === undefined || !NUMBER.test(last)) return null;
  return { base, batch, last: Number(last) };
}
