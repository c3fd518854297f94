import type { TicketPlace } from './ticket-place.ts';

/** A ticket that has the words of a search, before its text is read: its place in any order, and its size in bytes. */
export interface SearchCandidate extends TicketPlace {
  readonly size: number;
}

/** How much is read at most: so many tickets, and so many bytes of their texts. */
export interface ReadingLimits {
  readonly tickets: number;
  readonly bytes: number;
}

/**
 * Portions in which candidates are read, in their order, up to the limits; the first one is always read. A portion is
 * small, so that reading can stop when enough is found, and when nobody waits for it any more.
 */
export function portionsOf(
  candidates: readonly SearchCandidate[],
  limits: ReadingLimits,
  portion: ReadingLimits,
): SearchCandidate[][] {
  const portions: SearchCandidate[][] = [];
  let bytes = 0;
  let inPortion = 0;
  for (const candidate of candidates.slice(0, limits.tickets)) {
    bytes += candidate.size;
    if (portions.length > 0 && bytes > limits.bytes) break;
    const last = portions.at(-1);
    inPortion += candidate.size;
    if (last && last.length < portion.tickets && inPortion <= portion.bytes) {
      last.push(candidate);
    } else {
      portions.push([candidate]);
      inPortion = candidate.size;
    }
  }
  return portions;
}
