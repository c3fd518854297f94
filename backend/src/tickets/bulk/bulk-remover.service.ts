import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../../categories/categories.service.ts';
import type { Author } from '../../common/author.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import type { Authorship } from '../ticket-history-writer.sql.ts';
import { TicketWriter } from '../ticket-writer.repository.ts';
import { TicketRepository } from '../ticket.repository.ts';
import { BulkRunRepository } from './bulk-run.repository.ts';
import type { BatchOutcome, BulkFailureReason } from './domain/bulk-failure.ts';

/** Deletes a batch of tickets, and brings deleted ones back. */
@Injectable()
export class BulkRemover {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly categories: CategoriesService,
    private readonly runs: BulkRunRepository,
  ) {}

  /** Deletes one ticket, which the transaction holds, as a run that is done: so it can be taken back like any other. */
  async deleteOne(transaction: Transaction, id: number, by: Author): Promise<void> {
    const bulkRunId = await this.runs.insertDone(transaction, { kind: 'delete', action: { kind: 'delete' } }, by);
    await this.writer.delete(transaction, [id], { by, at: new Date(), bulkRunId });
  }

  async delete(transaction: Transaction, ids: readonly number[], authorship: Authorship): Promise<BatchOutcome> {
    await this.tickets.findManyForUpdate(transaction, ids);
    return outcome(ids, await this.writer.delete(transaction, ids, authorship), 'ticket_gone');
  }

  async restore(transaction: Transaction, ids: readonly number[], authorship: Authorship): Promise<BatchOutcome> {
    const deleted = await this.tickets.findDeletedForUpdate(transaction, ids);
    const heirs: Record<string, string> = {};
    for (const category of new Set(deleted.map((ticket) => ticket.category)))
      heirs[category] = await this.categories.holdHeir(transaction, category);
    return outcome(ids, await this.writer.restore(transaction, ids, heirs, authorship), 'not_kept');
  }
}

function outcome(ids: readonly number[], done: readonly number[], otherwise: BulkFailureReason): BatchOutcome {
  const changed = new Set(done);
  const failures = ids.filter((id) => !changed.has(id)).map((ticket) => ({ ticket, reason: otherwise }));
  return { changed: changed.size, unchanged: 0, failures };
}
