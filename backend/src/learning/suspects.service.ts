import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { MEASURED_FROM } from '../suggestions/domain/confirmed.ts';
import { ActiveModel } from './active-model.service.ts';
import { ModelRepository } from './model.repository.ts';
import { type KeptTicket, type StoredSuspect, SuspectRepository } from './suspect.repository.ts';

/** A ticket that looks filed wrongly, with the words that speak for another category, as they stand in it. */
export interface Suspicion extends Omit<StoredSuspect, 'description'> {
  readonly words: readonly string[];
}

/** The tickets that look filed wrongly, and what they were found among. */
export interface SuspectList {
  readonly suspects: readonly Suspicion[];
  /** How many tickets the newest refit looked at, each by models that had not learned from it. */
  readonly judged: number;
  /** Whether these are enough to state how sure the desk is. */
  readonly measured: boolean;
  /** When that refit was; null before there was one. */
  readonly foundAt: Date | null;
}

/** The audit of what the desk learns from: tickets that look filed wrongly, and what an admin says to them. */
@Injectable()
export class Suspects {
  constructor(
    private readonly suspects: SuspectRepository,
    private readonly models: ModelRepository,
    private readonly active: ActiveModel,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(): Promise<SuspectList> {
    const [found, [newest], attempt] = await Promise.all([
      this.suspects.list(),
      this.models.newest(1),
      this.models.newestAttempt(),
    ]);
    const model = this.active.current();
    const suspects = found.map(({ description, ...suspect }) => {
      const { title, filed, likelier } = suspect;
      return { ...suspect, words: model.wordsFor({ title, description }, likelier, filed) };
    });
    const judged = newest?.metrics.tickets ?? 0;
    return { suspects, judged, measured: judged >= MEASURED_FROM, foundAt: attempt?.triedAt ?? null };
  }

  /**
   * Leaves a ticket where it is: it is not shown again while it stays there.
   *
   * @param accepts the versions of the ticket that were seen; null for any.
   * @throws DomainError `ticket_not_found`, or `stale_version` when it is another by now.
   */
  async keep(
    ticket: number,
    { by, accepts }: { readonly by: Author; readonly accepts: readonly number[] | null },
  ): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const kept = await this.suspects.keep(transaction, { ticket, versions: accepts, by: by.userId });
      if (!kept) throw notFound(ticket);
      if (!kept.fits) throw new DomainError('stale_version', 'The ticket has changed since you read it.');
      await this.record(transaction, { kind: 'suspect_kept', ticket, by }, kept);
    });
  }

  /**
   * Takes that back, or does nothing where nobody has kept it.
   *
   * @throws DomainError `ticket_not_found`.
   */
  async letGo(ticket: number, by: Author): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const kept = await this.suspects.letGo(transaction, ticket);
      if (!kept) throw notFound(ticket);
      await this.record(transaction, { kind: 'suspect_let_go', ticket, by }, kept);
    });
  }

  /** What was so already is nothing that somebody did. */
  private async record(
    transaction: Transaction,
    { kind, ticket, by }: { kind: 'suspect_kept' | 'suspect_let_go'; ticket: number; by: Author },
    { title, category, changed }: KeptTicket,
  ): Promise<void> {
    if (!changed) return;
    const subject = { type: 'ticket', id: ticket, label: title } as const;
    await this.audit.record({ kind, actor: by, subject, details: { category } }, transaction);
    transaction.tell('learning_changed', {});
  }
}

function notFound(ticket: number): DomainError {
  return new DomainError('ticket_not_found', `There is no ticket ${String(ticket)}.`);
}
