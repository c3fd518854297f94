import { Injectable } from '@nestjs/common';
import type { Author } from '../../common/author.ts';
import { DomainError } from '../../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../../database/unit-of-work.ts';
import { TicketChoices } from '../ticket-choices.service.ts';
import { BulkRunLauncher, type Launch } from './bulk-run-launcher.service.ts';
import { BulkRunRepository } from './bulk-run.repository.ts';
import { BulkSelections } from './bulk-selections.service.ts';
import type { BulkOrder, BulkRun, BulkSelection } from './domain/bulk-run.ts';
import { isFarFrom } from './domain/expected-count.ts';

/** Changes of many tickets at once: asked for here, done by the worker, one batch after another. */
@Injectable()
export class BulkRunsService {
  constructor(
    private readonly runs: BulkRunRepository,
    private readonly selections: BulkSelections,
    private readonly launcher: BulkRunLauncher,
    private readonly choices: TicketChoices,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * How many tickets a selection holds at this moment, counted exactly; counting ends when the client goes.
   *
   * @throws ValidationFailed for an unknown category.
   * @throws TooManyRequests when the person has too many searches waiting.
   */
  async preview(selection: BulkSelection, actor: Author, gone: AbortSignal): Promise<number> {
    const tickets = await this.selections.read(selection, actor);
    return this.selections.inTurn(tickets, actor, () => this.selections.count(tickets, gone), gone);
  }

  /**
   * Takes down which tickets are selected now and has them changed in the background.
   *
   * @throws ValidationFailed for an unknown or retired category, or an assignee who is no active user.
   * @throws TooManyRequests when the person has too many searches waiting.
   * @throws DomainError `bulk_selection_changed` when there are by far more or fewer tickets than expected.
   */
  async start({ selection, action, expectedCount }: BulkOrder, actor: Author): Promise<BulkRun> {
    const tickets = await this.selections.read(selection, actor);
    const { kind } = action;
    const auditKind = kind === 'delete' ? 'tickets_bulk_deleted' : 'tickets_bulk_changed';
    const prepare = async (transaction: Transaction): Promise<Launch> => {
      if (action.kind === 'change') await this.choices.require(transaction, action.changes);
      return { run: { kind, action: { ...action } }, tickets, by: actor, auditKind };
    };
    return this.selections.inTurn(tickets, actor, () => this.launch(prepare, expectedCount));
  }

  /** How many tickets are in a category. */
  countInCategory(category: string): Promise<number> {
    return this.selections.count(this.selections.ofCategory(category));
  }

  /** Moves all tickets of a category into another, as part of the transaction that retires it. */
  startMerge(
    transaction: Transaction,
    { from, into }: { readonly from: string; readonly into: string },
    actor: Author,
  ): Promise<BulkRun> {
    const run = { kind: 'merge', action: { kind: 'merge', from, into } } as const;
    const tickets = this.selections.ofCategory(from);
    return this.launcher.launch(transaction, { run, tickets, by: actor, auditKind: null });
  }

  /** The newest twenty runs. */
  recent(): Promise<BulkRun[]> {
    return this.runs.recent();
  }

  /** @throws DomainError `bulk_run_not_found` */
  async get(id: string): Promise<BulkRun> {
    const run = await this.runs.find(id);
    if (!run) throw new DomainError('bulk_run_not_found', 'There is no such bulk change.');
    return run;
  }

  /**
   * Takes a run back by another run.
   *
   * @throws DomainError `bulk_run_not_found`, or `bulk_run_not_undoable` when `canUndo` is false.
   */
  async undo(id: string, actor: Author): Promise<BulkRun> {
    const undone = await this.get(id);
    if (!undone.canUndo) throw new DomainError('bulk_run_not_undoable', whyNot(undone));
    const run = { kind: 'undo', action: { kind: 'undo', of: undone.action }, undoOf: id } as const;
    return this.launch(() => ({ run, tickets: { changedBy: id }, by: actor, auditKind: 'tickets_bulk_undone' }));
  }

  private launch(
    prepare: (transaction: Transaction) => Launch | Promise<Launch>,
    expectedCount?: number,
  ): Promise<BulkRun> {
    return this.unitOfWork.run(async (transaction) => {
      const launched = await this.launcher.launch(transaction, await prepare(transaction));
      if (expectedCount !== undefined && isFarFrom(expectedCount, launched.total)) throw selectionChanged(launched);
      return launched;
    });
  }
}

function selectionChanged({ total }: BulkRun): DomainError {
  return new DomainError('bulk_selection_changed', `${String(total)} tickets match now. Look again, then decide.`);
}

function whyNot({ state, kind, undoneBy }: BulkRun): string {
  if (kind === 'merge') return 'Merging categories is for good.';
  if (kind === 'undo') return 'Taking a change back cannot be taken back; change the tickets again.';
  if (state === 'queued' || state === 'running') return 'Wait until it is done.';
  return undoneBy === null ? 'It changed nothing.' : 'It has been taken back already.';
}
