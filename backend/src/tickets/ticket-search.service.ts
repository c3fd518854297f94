import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { AbortableReads, type Ask } from '../database/abortable-reads.service.ts';
import { type ReadingLimits, type SearchCandidate, type SearchPlace, portionsOf } from './domain/search-candidate.ts';
import type { TicketCount } from './domain/ticket-page.ts';
import { type SearchTerm, isReadLiterally } from './domain/ticket-search.ts';
import type { Ticket } from './domain/ticket.ts';
import { SearchTurns } from './search-turns.service.ts';
import { TicketSearchRepository } from './ticket-search.repository.ts';
import type { TicketSlice } from './ticket-slice.sql.ts';

/** A frequent word is found among so many of the first tickets; only a rare one needs the whole text index. */
const DEPTH = 4_000;
/** With fewer candidates than this among the first tickets, so few are expected in the whole index that all can be put in order. */
const FEW = 100;
/** What one answer reads of texts at most. Making a kilobyte comparable takes the database about a third of a millisecond. */
const READ_AT_MOST: ReadingLimits = { tickets: 500, bytes: 1_000_000 };
const PORTION: ReadingLimits = { tickets: 50, bytes: 100_000 };

/** What a search found of a slice. */
export interface Found extends TicketCount {
  readonly tickets: readonly Ticket[];
  /** Where the search goes on when it stopped before the slice was full; null when there is no more. */
  readonly goesOnAfter: SearchPlace | null;
}

/**
 * Searches tickets. The text index knows words alone; whether phrases and signs stand in a text is for the text to say,
 * and reading texts is dear. So an answer reads so much and no more: with frequent words and rare phrases it holds what
 * was found until then, perhaps nothing, and tells where to go on.
 */
@Injectable()
export class TicketSearches {
  constructor(
    private readonly search: TicketSearchRepository,
    private readonly reads: AbortableReads,
    private readonly turns: SearchTurns,
  ) {}

  /**
   * The tickets of a slice in which all terms occur, and how many there are in the whole list.
   *
   * @throws TooManyRequests when the caller has too many searches waiting.
   * @throws DomainError `bad_request` when the client goes away, which nobody reads.
   */
  find(slice: TicketSlice, terms: readonly SearchTerm[], caller: Author, gone: AbortSignal): Promise<Found> {
    return this.turns.take(caller, gone, () =>
      this.reads.run(gone, async (ask) => {
        const page = await this.walk(ask, slice, terms);
        return { ...page, ...(await this.count(ask, slice, terms, page)) };
      }),
    );
  }

  private async walk(
    ask: Ask,
    slice: TicketSlice,
    terms: readonly SearchTerm[],
  ): Promise<Omit<Found, keyof TicketCount>> {
    const most = terms.some(isReadLiterally) ? READ_AT_MOST.tickets : slice.limit;
    const near = await this.search.near(ask, { ...slice, limit: most }, terms, DEPTH);
    const found = await this.read(ask, near.candidates, terms, slice.limit);
    if (found.goesOnAfter || found.tickets.length === slice.limit) return found;
    if (near.candidates.length === most) return { ...found, goesOnAfter: near.candidates.at(-1) ?? null };
    if (near.edge === null) return found;
    if (near.candidates.length >= FEW) return { ...found, goesOnAfter: near.edge };
    const after = { createdAt: near.edge[slice.order.by], id: near.edge.id };
    const far = await this.search.all(ask, { ...slice, after, limit: most }, terms);
    const more = await this.read(ask, far, terms, slice.limit - found.tickets.length);
    const tickets = [...found.tickets, ...more.tickets];
    const stopped = far.length === most && tickets.length < slice.limit ? (far.at(-1) ?? null) : null;
    return { tickets, goesOnAfter: more.goesOnAfter ?? stopped };
  }

  /** Reads candidates until so many tickets are found; `goesOnAfter` is told when the limit of bytes was in the way. */
  private async read(
    ask: Ask,
    candidates: readonly SearchCandidate[],
    terms: readonly SearchTerm[],
    limit: number,
  ): Promise<Omit<Found, keyof TicketCount>> {
    const limits = terms.some(isReadLiterally) ? READ_AT_MOST : { ...READ_AT_MOST, bytes: Infinity };
    const portions = portionsOf(candidates, limits, PORTION);
    const tickets: Ticket[] = [];
    for (const portion of portions) {
      tickets.push(...(await this.search.read(ask, portion, terms)));
      if (tickets.length >= limit) return { tickets: tickets.slice(0, limit), goesOnAfter: null };
    }
    const last = portions.at(-1)?.at(-1);
    return { tickets, goesOnAfter: last && last !== candidates.at(-1) ? last : null };
  }

  private async count(
    ask: Ask,
    slice: TicketSlice,
    terms: readonly SearchTerm[],
    page: Omit<Found, keyof TicketCount>,
  ): Promise<TicketCount> {
    const shown = page.tickets.length;
    if (slice.after === null && page.goesOnAfter === null && shown < slice.limit)
      return { count: shown, countExact: true };
    if (slice.filter.id) {
      const all = await this.walk(ask, { ...slice, after: null, limit: slice.filter.id.length + 1 }, terms);
      return { count: all.tickets.length, countExact: all.goesOnAfter === null };
    }
    if (!terms.some(isReadLiterally)) return this.search.countHits(ask, slice, terms);
    const { count, countExact } = await this.search.countRead(ask, slice, terms, READ_AT_MOST);
    return { count: countExact ? count : Math.max(count, shown), countExact };
  }
}
