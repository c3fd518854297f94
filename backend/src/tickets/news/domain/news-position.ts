import { type Moment, type Snapshot, shortForm, snapshotFrom } from './snapshot.ts';

/**
 * How far somebody has followed the history: all that `base` sees is told, and of what `batch` sees besides, the events up to
 * the number `last`. At the end of a batch, `base` is that batch. Both are of one era.
 */
export interface NewsPosition {
  readonly era: string;
  readonly base: Snapshot;
  readonly batch: Snapshot;
  readonly last: number;
}

const LENGTH_MAX = 4_000;
const NUMBER = /^\d{1,15}$/;
const ERA = /^[0-9a-z]{1,32}$/;

/** Where somebody stands who has been told all that was to be seen at a moment. */
export function endOf({ era, snapshot }: Moment): NewsPosition {
  return { era, base: snapshot, batch: snapshot, last: 0 };
}

/** As the `id` of an event has it. */
export function encodePosition({ era, base, batch, last }: NewsPosition): string {
  const followed = base === batch ? [shortForm(base)] : [shortForm(base), shortForm(batch), String(last)];
  return `${era}-${followed.join('~')}`;
}

/** Reads what `encodePosition` wrote; null for anything else. */
export function decodePosition(text: string): NewsPosition | null {
  if (text.length > LENGTH_MAX) return null;
  const [era = '', followed = '', ...rest] = text.split('-');
  const [first = '', second, last, ...more] = followed.split('~');
  const base = snapshotFrom(first);
  if (!ERA.test(era) || base === null || rest.length > 0 || more.length > 0) return null;
  if (second === undefined) return endOf({ era, snapshot: base });
  const batch = snapshotFrom(second);
  if (batch === null || batch === base || last === undefined || !NUMBER.test(last)) return null;
  return { era, base, batch, last: Number(last) };
}
