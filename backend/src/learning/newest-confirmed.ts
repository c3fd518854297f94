import { CONFIRMED_MAX } from '../suggestions/domain/confirmed.ts';
import type { ConfirmedTicket } from './domain/confirmed-ticket.ts';
import type { LearningTally } from './domain/learning-tally.ts';

/** Among so many tickets those are looked for that are learned from. */
export const LOOKS_AT = 300_000;
/** Characters of all tickets together: what the thread that fits has to hold. */
const CHARACTERS = 40_000_000;

/** The newest confirmed tickets, as many as are learned from; they are counted as they pass by. */
export async function* newestConfirmed(
  pages: AsyncIterable<readonly ConfirmedTicket[]>,
  tally: LearningTally,
): AsyncGenerator<readonly ConfirmedTicket[]> {
  for await (const page of pages) {
    const taken = page.slice(0, CONFIRMED_MAX - tally.tickets);
    tally.count(taken);
    yield taken;
    if (tally.tickets >= CONFIRMED_MAX || tally.characters >= CHARACTERS) return;
  }
}
