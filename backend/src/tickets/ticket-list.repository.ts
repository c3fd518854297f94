import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AbortableReads } from '../database/abortable-reads.ts';
import { EqualReads } from '../database/equal-reads.ts';
import { StandbyReads } from '../database/standby-reads.ts';
import type { Statement } from '../database/statement.ts';
import type { TicketCount } from './domain/ticket-page.ts';
import type { Ticket } from './domain/ticket.ts';
import { countFiltered, countNumbered, filteredSlice, numbered } from './ticket-list.sql.ts';
import { type TicketRow, toTicket } from './ticket-row.ts';
import type { TicketQuery, TicketSlice } from './ticket-slice.sql.ts';

interface CountedRow extends TicketRow {
  readonly count: number;
}

/** The list by its filters, and the ticket of a number. */
@Injectable()
export class TicketListRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: AbortableReads,
    private readonly equal: EqualReads,
    private readonly standby: StandbyReads,
  ) {}

  /** The tickets of a slice, in its order. */
  async page(slice: TicketSlice, number: number | null): Promise<Ticket[]> {
    const rows = await this.equal.query<TicketRow>(pageOf(slice, number), this.standby);
    return rows.map(toTicket);
  }

  /**
   * The same while somebody waits for it.
   *
   * @throws ClientWentAway when `gone` fires, which ends the reading.
   */
  async pageWhile(gone: AbortSignal, slice: TicketSlice, number: number | null): Promise<Ticket[]> {
    const rows = await this.reads.run(gone, (ask) => ask<TicketRow>(pageOf(slice, number)));
    return rows.map(toTicket);
  }

  /** The same, and how many tickets match, exactly; where there are any both are of the same moment. */
  async countedPage(slice: TicketSlice, number: number | null): Promise<TicketCount & { readonly tickets: Ticket[] }> {
    if (number !== null) {
      const [tickets, count] = await Promise.all([this.page(slice, number), this.count(slice, number)]);
      return { tickets, ...count };
    }
    const rows = await this.equal.query<CountedRow>(filteredSlice(slice, { counting: true }), this.standby);
    const [row] = rows;
    return {
      tickets: rows.map(toTicket),
      ...(row ? { count: row.count, countExact: true } : await this.count(slice, null)),
    };
  }

  /** How many tickets match, exactly. */
  async count(query: TicketQuery, number: number | null): Promise<TicketCount> {
    const statement = number === null ? countFiltered(query) : countNumbered(query, number);
    const rows = await this.equal.query<{ count: number }>(statement, this.standby);
    return { count: rows[0]?.count ?? 0, countExact: true };
  }

  /** Whether this desk has ever numbered a ticket so high, deleted ones too. */
  async hasNumbered(id: number): Promise<boolean> {
    const rows: { numbered: boolean }[] = await this.dataSource.query(
      'SELECT last_value >= $1 AS numbered FROM tickets_id_seq',
      [id],
    );
    return rows[0]?.numbered ?? false;
  }
}

/** What matches, or of it the ticket of one number. */
function pageOf(slice: TicketSlice, number: number | null): Statement {
  return number === null ? filteredSlice(slice, { counting: false }) : numbered(slice, number);
}
