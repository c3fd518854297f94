import { Readable, pipeline } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import type { CsvSeparator } from '../common/csv/spreadsheet-csv.ts';
import { UsersService } from '../users/users.service.ts';
import type { AskedTickets } from './domain/ticket-page.ts';
import type { TicketSort } from './domain/ticket-sort.ts';
import type { Ticket } from './domain/ticket.ts';
import { ExportTurns } from './export-turns.service.ts';
import { ticketCsv, ticketLine } from './ticket-csv.ts';
import { TicketWalk } from './ticket-walk.service.ts';

export interface TicketExportRequest extends AskedTickets {
  readonly sort: TicketSort;
  readonly separator: CsvSeparator;
}

/** Writes tickets as a table for spreadsheets. */
@Injectable()
export class TicketExport {
  constructor(
    private readonly walk: TicketWalk,
    private readonly turns: ExportTurns,
    private readonly users: UsersService,
    private readonly log: AuditLog,
  ) {}

  /**
   * The tickets of a list as CSV, read from the database while they are sent; of a long list only a batch is held in
   * memory. What fails before the first is told as a problem; later, who reads the table sees it break off. That tickets
   * were taken out is an event of the audit log.
   *
   * @throws ValidationFailed for an unknown category.
   * @throws TooManyRequests when the caller has too many exports or searches under way.
   */
  async csv({ separator, ...asked }: TicketExportRequest, caller: Author, gone: AbortSignal): Promise<Readable> {
    const giveBack = this.turns.take(caller);
    try {
      const tickets = await startedOf(this.walk.all(asked, caller, gone));
      const names = new Map((await this.users.all()).map(({ id, username }) => [id, username]));
      await this.log.record({ kind: 'tickets_exported', actor: caller, details: { filter: asked } });
      const csv = ticketCsv(separator);
      pipeline(Readable.from(linesOf(tickets, names)), csv, giveBack);
      return csv;
    } catch (error) {
      giveBack();
      throw error;
    }
  }
}

/** Asks for the first batch, so that what is wrong comes to light, and gives all batches. */
async function startedOf<T>(batches: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await batches.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* batches;
  })();
}

async function* linesOf(batches: AsyncIterable<readonly Ticket[]>, names: ReadonlyMap<number, string>) {
  for await (const batch of batches) for (const ticket of batch) yield ticketLine(ticket, names);
}
