import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { MEASURED_FROM } from '../suggestions/domain/confirmed.ts';
import { ActiveModel } from './active-model.service.ts';
import { ModelRepository } from './model.repository.ts';
import { type StoredSuspect, SuspectRepository } from './suspect.repository.ts';

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
    const outcome = await this.suspects.keep(ticket, accepts, by.userId);
    if (outcome === 'gone') throw notFound(ticket);
    if (outcome === 'stale') throw new DomainError('stale_version', 'The ticket has changed since you read it.');
  }

  /**
   * Takes that back, or does nothing where nobody has kept it.
   *
   * @throws DomainError `ticket_not_found`.
   */
  async letGo(ticket: number): Promise<void> {
    if (!(await this.suspects.letGo(ticket))) throw notFound(ticket);
  }
}

function notFound(ticket: number): DomainError {
  return new DomainError('ticket_not_found', `There is no ticket ${String(ticket)}.`);
}
