import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Ticket } from './domain/ticket.ts';
import {
  type Statement,
  type TicketQuery,
  type TicketSlice,
  counted,
  filteredSlice,
  numbered,
  searchedAll,
  searchedFirst,
} from './ticket-list.sql.ts';
import { type TicketRow, toTicket } from './ticket-row.ts';

/** A frequent word is found among so many of the first tickets; only a rare one needs the whole text index. */
const SEARCH_DEPTH = 4_000;

/** Counting further than this costs more than the figure is worth. */
const COUNT_LIMIT = 10_000;

export interface TicketCount {
  readonly count: number;
  /** False when there are more than `count`. */
  readonly countExact: boolean;
}

@Injectable()
export class TicketListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The tickets of a slice, in its order. */
  async page(slice: TicketSlice): Promise<Ticket[]> {
    const { search } = slice;
    if (search === null) return this.tickets(filteredSlice(slice));
    if ('id' in search) return this.tickets(numbered(slice, search.id));
    const near = await this.tickets(searchedFirst(slice, search.terms, SEARCH_DEPTH));
    // A list of given tickets is looked through to its end at once.
    return near.length === slice.limit || slice.filter.id ? near : this.tickets(searchedAll(slice, search.terms));
  }

  async count(query: TicketQuery): Promise<TicketCount> {
    const { sql, parameters } = counted(query, COUNT_LIMIT + 1);
    const rows: { count: number }[] = await this.dataSource.query(sql, [...parameters]);
    const found = rows[0]?.count ?? 0;
    return { count: Math.min(found, COUNT_LIMIT), countExact: found <= COUNT_LIMIT };
  }

  private async tickets({ sql, parameters }: Statement): Promise<Ticket[]> {
    const rows: TicketRow[] = await this.dataSource.query(sql, [...parameters]);
    return rows.map(toTicket);
  }
}
