import { wilsonInterval } from '../../../learning/domain/metrics.ts';

/** So many of so many, as a share from 0 to 1 with its 95 % interval; all three are null where nothing may be said. */
export interface Share {
  readonly part: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** @param measured whether the desk has enough of its own to speak of percentages. */
export function shareOf(part: number, of: number, measured: boolean): Share {
  if (!measured || of === 0) return { part, of, share: null, low: null, high: null };
  const [low, high] = wilsonInterval(part, of);
  return { part, of, share: part / of, low, high };
}
