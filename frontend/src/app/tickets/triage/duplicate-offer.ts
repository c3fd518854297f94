import type { SimilarTicket, Ticket } from '../../api/model';
import type { Entry } from './session';

/** A ticket that says the same, and the one that is closed for: itself, or the one that it is a duplicate of. */
export interface DuplicateOffer {
  readonly nearest: SimilarTicket;
  readonly original: number;
}

/** What is known when an offer is made, beside what was found similar. */
export interface KnownByNow {
  /** What was closed for another one in this session; the desk may not have heard of it yet. */
  readonly entries: readonly Pick<Entry, 'ticket' | 'original'>[];
  /** The ticket as it is by now. */
  readonly newest: (ticket: SimilarTicket) => Pick<Ticket, 'duplicate_of'>;
  readonly isGone: (id: number) => boolean;
}

/**
 * The nearest of the similar tickets that this one can be closed for; null when there is none. Not the ticket itself, and
 * not what is a duplicate of it by now: no ticket of which others are duplicates can be one.
 */
export function duplicateOffer(
  { id }: Pick<Ticket, 'id'>,
  similar: readonly SimilarTicket[],
  { entries, newest, isGone }: KnownByNow,
): DuplicateOffer | null {
  if (entries.some(({ original }) => original === id)) return null;
  const closedFor = (one: SimilarTicket) =>
    entries.find(({ ticket, original }) => ticket.id === one.id && original !== null)?.original ??
    newest(one).duplicate_of;
  const offers = similar
    .filter((one) => !isGone(one.id))
    .map((nearest) => ({ nearest, original: closedFor(nearest) ?? nearest.id }));
  if (offers.some(({ nearest, original }) => original === id && nearest.id !== id)) return null;
  return offers.find(({ original }) => original !== id && !isGone(original)) ?? null;
}
