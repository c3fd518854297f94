import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { AbortableReads, type Ask } from '../database/abortable-reads.ts';
import { type ReadingLimits, type SearchCandidate, portionsOf } from './domain/search-candidate.ts';
import type { Found } from './domain/ticket-pages.ts';
import { positionIn } from './domain/ticket-place.ts';
import { type SearchText, isReadLiterally } from './domain/ticket-search.ts';
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
/** What need not be compared is only fetched. */
const UNLIMITED: ReadingLimits = { tickets: Infinity, bytes: Infinity };
const PORTION: ReadingLimits = { tickets: 50, bytes: 100_000 };

type Walked = Pick<Found, 'tickets' | 'goesOnAfter'>;

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
  find(slice: TicketSlice, text: SearchText, caller: Author, gone: AbortSignal): Promise<Found> {
    return this.turns.take(caller, gone, () =>
      this.reads.run(gone, (ask) =>
        isToBeRead(slice, text) ? this.findRead(ask, slice, text) : this.findIndexed(ask, slice, text),
      ),
    );
  }

  /** The same, uncounted. */
  part(slice: TicketSlice, text: SearchText, caller: Author, gone: AbortSignal): Promise<Walked> {
    const most = isToBeRead(slice, text) ? READ_AT_MOST.tickets : slice.limit;
    return this.turns.take(caller, gone, () =>
      this.reads.run(gone, async (ask) => upTo(slice.limit, await this.walk(ask, slice, text, most))),
    );
  }

  /**
   * The next tickets of a slice, uncounted, in a turn of their own.
   *
   * @throws TooManyRequests when the caller has too many searches waiting.
   * @throws ClientWentAway when the client goes away.
   */
  next(slice: TicketSlice, text: SearchText, caller: Author, gone: AbortSignal): Promise<Walked> {
    return this.turns.take(caller, gone, () => this.reads.run(gone, (ask) => this.walk(ask, slice, text, slice.limit)));
  }

  /** The index alone tells what matches. */
  private async findIndexed(ask: Ask, slice: TicketSlice, text: SearchText): Promise<Found> {
    const page = await this.walk(ask, slice, text, slice.limit);
    const isAll = slice.after === null && page.goesOnAfter === null && page.tickets.length < slice.limit;
    const count = isAll
      ? { count: page.tickets.length, countExact: true }
      : await this.search.countHits(ask, slice, text);
    return { ...page, ...count };
  }

  /** What matches is counted by reading, from the beginning of the list, as far as one answer reads. */
  private async findRead(ask: Ask, slice: TicketSlice, text: SearchText): Promise<Found> {
    const most = READ_AT_MOST.tickets;
    const all = await this.walk(ask, { ...slice, after: null, limit: most }, text, most);
    const count = { count: all.tickets.length, countExact: all.goesOnAfter === null };
    return { ...upTo(slice.limit, slice.after === null ? all : await this.walk(ask, slice, text, most)), ...count };
  }

  /** Goes through the candidates of a slice in order, `most` of them, and reads them until the slice is full. */
  private async walk(ask: Ask, slice: TicketSlice, text: SearchText, most: number): Promise<Walked> {
    const near = await this.search.near(ask, { ...slice, limit: most }, text, DEPTH);
    const found = await this.read(ask, near.candidates, text, slice.limit);
    if (found.goesOnAfter) return found;
    if (near.candidates.length === most) return { ...found, goesOnAfter: near.candidates.at(-1) ?? null };
    if (near.edge === null) return found;
    if (near.candidates.length >= FEW) return { ...found, goesOnAfter: near.edge };
    const after = positionIn(slice.order, near.edge);
    const left = most - near.candidates.length;
    const far = await this.search.all(ask, { ...slice, after, limit: left }, text);
    const more = await this.read(ask, far, text, slice.limit - found.tickets.length);
    const stoppedAt = more.goesOnAfter ?? (far.length === left ? (far.at(-1) ?? null) : null);
    return { tickets: [...found.tickets, ...more.tickets], goesOnAfter: stoppedAt };
  }

  /** Reads candidates until so many tickets are found, or as much is read as may be. */
  private async read(
    ask: Ask,
    candidates: readonly SearchCandidate[],
    text: SearchText,
    limit: number,
  ): Promise<Walked> {
    const tickets: Ticket[] = [];
    let last: SearchCandidate | undefined;
    const limits = text.terms.some(isReadLiterally) ? READ_AT_MOST : UNLIMITED;
    for (const portion of portionsOf(candidates, limits, PORTION)) {
      if (tickets.length >= limit) break;
      tickets.push(...(await this.search.read(ask, portion, text)));
      last = portion.at(-1);
    }
    const isDone = candidates.length === 0 || last === candidates.at(-1);
    return { tickets: tickets.slice(0, limit), goesOnAfter: isDone ? null : (last ?? null) };
  }
}

function isToBeRead({ filter }: TicketSlice, { terms }: SearchText): boolean {
  return terms.some(isReadLiterally) || filter.id !== undefined;
}

/** What is full goes on after its own last ticket. */
function upTo(limit: number, { tickets, goesOnAfter }: Walked): Walked {
  return { tickets: tickets.slice(0, limit), goesOnAfter: tickets.length >= limit ? null : goesOnAfter };
}
