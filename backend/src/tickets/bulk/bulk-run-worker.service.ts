import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../../jobs/job-handlers.ts';
import { isDone } from '../../vocabulary/ticket-status.ts';
import { type Transaction, UnitOfWork } from '../../database/unit-of-work.ts';
import type { TicketPatch } from '../domain/ticket-change.ts';
import { BulkEditor, type EditOf } from './bulk-editor.service.ts';
import { BulkProgressRepository, type OpenRun } from './bulk-progress.repository.ts';
import { BulkRemover } from './bulk-remover.service.ts';
import { BULK_RUNS } from './bulk-runs.job.ts';
import type { BatchOutcome } from './domain/bulk-failure.ts';
import { type Undoable, editBack } from './domain/undo.ts';

const NOTHING: Undoable = { changes: [], since: [] };

/**
 * Does the runs, batch by batch. A batch is a transaction that also counts it, and holds its run meanwhile: so a run goes
 * on where it was when a worker stops or dies, and two workers on one run take turns.
 */
@Injectable()
export class BulkRunWorker implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly progress: BulkProgressRepository,
    private readonly editor: BulkEditor,
    private readonly remover: BulkRemover,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(BULK_RUNS, ({ data, signal, last }) => this.work(data.run, signal, last));
  }

  private async work(id: string, signal: AbortSignal, last: boolean): Promise<void> {
    try {
      while (await this.doBatch(id)) signal.throwIfAborted();
    } catch (error) {
      if (last && !signal.aborted) await this.unitOfWork.run((transaction) => this.progress.giveUp(transaction, id));
      throw error;
    }
  }

  /** Does the next batch; false when there was none, and the run is finished. */
  private doBatch(id: string): Promise<boolean> {
    return this.unitOfWork.run(async (transaction) => {
      const run = await this.progress.hold(transaction, id);
      if (!run) return false;
      const tickets = await this.progress.nextBatch(transaction, run);
      if (tickets) await this.progress.advance(transaction, run, await this.apply(transaction, run, tickets));
      else await this.progress.finish(transaction, id);
      return tickets !== null;
    });
  }

  private async apply(transaction: Transaction, run: OpenRun, tickets: readonly number[]): Promise<BatchOutcome> {
    const authorship = { by: run.by, at: new Date(), bulkRunId: run.id };
    if (run.kind === 'delete') return this.remover.delete(transaction, tickets, authorship);
    if (run.undoes?.kind === 'delete') return this.remover.restore(transaction, tickets, authorship);
    if (run.undoes) {
      const made = await this.progress.changesOf(transaction, run.undoes.id, tickets);
      const edit: EditOf = (ticket) => editBack(ticket, made.get(ticket.id) ?? NOTHING) ?? 'changed_since';
      return this.editor.edit(transaction, tickets, edit, authorship);
    }
    if (run.kind === 'merge') {
      const { from } = run.action as { from: string };
      return this.editor.moveToHeir(transaction, tickets, from, authorship);
    }
    const { changes, handed_over_from: from } = run.action as { changes: TicketPatch; handed_over_from?: number };
    return this.editor.edit(transaction, tickets, changeOf(changes, from), authorship);
  }
}

/** What is handed over is what its owner has still to do when its turn comes; anything else has been decided meanwhile. */
function changeOf(changes: TicketPatch, from: number | undefined): EditOf {
  if (from === undefined) return () => changes;
  return ({ assignee, status }) => (assignee === from && !isDone(status) ? changes : {});
}
