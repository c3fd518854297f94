import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.service.ts';
import type { NewAuditEvent } from '../../audit/audit-event.ts';
import type { Author } from '../../common/author.ts';
import { DomainError } from '../../common/problems/domain-error.ts';
import { JobQueue } from '../../jobs/job-queue.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import { BulkRunRepository, type NewBulkRun } from './bulk-run.repository.ts';
import { BULK_RUNS } from './bulk-runs.job.ts';
import { BulkSelectionRepository, type SelectedTickets } from './bulk-selection.repository.ts';
import type { BulkRun } from './domain/bulk-run.ts';

/** A run to be set going, and how the audit log calls it; null when somebody else records it. */
export interface Launch {
  readonly run: NewBulkRun;
  readonly tickets: SelectedTickets;
  readonly by: Author;
  readonly auditKind: NewAuditEvent['kind'] | null;
}

/** Sets runs going: takes down their tickets, tells the audit log and the workers. */
@Injectable()
export class BulkRunLauncher {
  constructor(
    private readonly runs: BulkRunRepository,
    private readonly selections: BulkSelectionRepository,
    private readonly audit: AuditLog,
    private readonly jobs: JobQueue,
  ) {}

  /** @throws DomainError `bulk_run_not_undoable` when another run takes the same run back. */
  async launch(transaction: Transaction, { run, tickets, by, auditKind }: Launch): Promise<BulkRun> {
    const id = await this.runs.insert(transaction, run, by);
    if (id === null) throw new DomainError('bulk_run_not_undoable', 'It has been taken back already.');
    const total = await this.selections.takeDown(transaction, id, tickets);
    if (auditKind) {
      const subject = { type: 'bulk_run', id, label: total === 1 ? '1 ticket' : `${String(total)} tickets` } as const;
      await this.audit.record({ kind: auditKind, actor: by, subject, details: { ...run.action, total } }, transaction);
    }
    await this.jobs.send(transaction, BULK_RUNS, { run: id });
    const launched = await this.runs.find(id, transaction);
    if (!launched) throw new Error('A run is gone that was just made');
    const { state, processed } = launched;
    transaction.tell('bulk_run_changed', { id, state, processed, total });
    return launched;
  }
}
