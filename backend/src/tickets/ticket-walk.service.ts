import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { type TicketPlace, type TicketPosition, positionIn } from './domain/ticket-place.ts';
import type { AskedTickets } from './domain/ticket-page.ts';
import { TICKET_ORDERS, type TicketSort } from './domain/ticket-sort.ts';
import type { Ticket } from './domain/ticket.ts';
import { TicketListRepository } from './ticket-list.repository.ts';
import { TicketListService } from './ticket-list.service.ts';
import { TicketSearches } from './ticket-search.service.ts';
import type { TicketSlice } from './ticket-slice.sql.ts';

/** So many are held in memory: 16 MB if each were as long as may be in signs of four bytes. */
const BATCH = 200;

interface Batch {
  readonly tickets: readonly Ticket[];
  /** The last that was looked at; null at the end of the list. */
  readonly goesOnAfter: TicketPlace | null;
}

/** Goes through a whole list, however long it is. */
@Injectable()
export class TicketWalk {
  constructor(
    private readonly listing: TicketListService,
    private readonly list: TicketListRepository,
    private readonly searches: TicketSearches,
  ) {}

  /**
   * The tickets of a list in batches, read one after another; no connection is held between two. Of tickets that are written
   * or changed meanwhile the same holds as for the pages of a list.
   *
   * @throws ValidationFailed for an unknown category.
   * @throws ClientWentAway when `gone` fires, which ends what is being read.
   */
  async *all(
    { sort, ...asked }: AskedTickets & { readonly sort: TicketSort },
    caller: Author,
    gone: AbortSignal,
  ): AsyncGenerator<readonly Ticket[]> {
    const query = await this.listing.queryFor(asked, caller);
    const order = TICKET_ORDERS[sort];
    const meant = await this.listing.meant({ ...query, order });
    if (meant) yield [meant];
    let after: TicketPosition | null = null;
    do {
      const batch: Batch = await this.batch({ ...query, order, after, limit: BATCH }, caller, gone);
      if (batch.tickets.length > 0) yield batch.tickets;
      after = batch.goesOnAfter && positionIn(order, batch.goesOnAfter);
    } while (after);
  }

  private async batch(slice: TicketSlice, caller: Author, gone: AbortSignal): Promise<Batch> {
    const { search } = slice;
    if (search && 'terms' in search) {
      const { tickets, goesOnAfter } = await this.searches.part(slice, search, caller, gone);
      // One that is full may not know whether there is more.
      return { tickets, goesOnAfter: goesOnAfter ?? (tickets.length === slice.limit ? lastOf(tickets) : null) };
    }
    const tickets = await this.list.pageWhile(gone, slice, search?.id ?? null);
    return { tickets, goesOnAfter: tickets.length === slice.limit ? lastOf(tickets) : null };
  }
}

function lastOf(tickets: readonly Ticket[]): Ticket | null {
  return tickets.at(-1) ?? null;
}
