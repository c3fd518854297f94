import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.service.ts';
import type { Author } from '../../common/author.ts';
import { DomainError } from '../../common/problems/domain-error.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { JobQueue } from '../../jobs/job-queue.ts';
import { type AskedReplay, type DifferingTicket, REPLAY_TICKETS_MIN, type Replay } from './domain/replay.ts';
import { ReplayPlans, type ReplayPreview } from './replay-plans.service.ts';
import { ReplayRepository } from './replay.repository.ts';
import { REPLAYS } from './replay.job.ts';

/** A ticket on which both sides differ, as it is called now. */
export interface ShownTicket extends DifferingTicket {
  readonly title: string;
}

/** A replay, and some of the tickets on which both sides differ. */
export interface ReplayDetails {
  readonly replay: Replay;
  readonly differing: readonly ShownTicket[];
}

/** Replays of confirmed tickets: asked for here, done by the worker. */
@Injectable()
export class Replays {
  constructor(
    private readonly replays: ReplayRepository,
    private readonly plans: ReplayPlans,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws ValidationFailed when a side is nobody whom this desk could ask, or both are the same. */
  preview(asked: AskedReplay): Promise<ReplayPreview> {
    return this.plans.preview(asked);
  }

  /**
   * Has confirmed tickets judged again in the background.
   *
   * @throws ValidationFailed as `preview` does.
   * @throws DomainError `replay_too_few` below 20 confirmed tickets, `replay_running` when another one has not ended.
   */
  async start(asked: AskedReplay, actor: Author): Promise<ReplayDetails> {
    const plan = await this.plans.of(asked);
    if ((await this.plans.count(REPLAY_TICKETS_MIN)) < REPLAY_TICKETS_MIN)
      throw new DomainError(
        'replay_too_few',
        `It takes ${String(REPLAY_TICKETS_MIN)} tickets that people have decided.`,
      );
    const replay = await this.unitOfWork.run(async (transaction) => {
      const id = await this.replays.insert(transaction, plan, actor);
      if (id === null) throw new DomainError('replay_running', 'Wait until it has ended, or cancel it.');
      const subject = { type: 'replay', id, label: `${String(plan.tickets)} tickets` } as const;
      await this.audit.record({ kind: 'replay_started', actor, subject, details: { ...plan } }, transaction);
      await this.jobs.send(transaction, REPLAYS, { replay: id });
      transaction.tell('replay_changed', { id });
      return this.replays.find(id, transaction);
    });
    if (!replay) throw new Error('A replay is gone that was just made');
    return { replay, differing: [] };
  }

  /** Those that are kept, newest first. */
  list(): Promise<Replay[]> {
    return this.replays.list();
  }

  /** @throws DomainError `replay_not_found` */
  async get(id: string): Promise<ReplayDetails> {
    const replay = await this.replays.find(id);
    if (!replay) throw notFound();
    const differing = replay.result?.differing ?? [];
    const titles = await this.replays.titles(differing.map(({ ticket }) => ticket));
    const shown = differing.flatMap((one) => {
      const title = titles.get(one.ticket);
      return title === undefined ? [] : [{ ...one, title }];
    });
    return { replay, differing: shown };
  }

  /**
   * Ends a replay; what an LLM is being asked at the moment is asked in vain.
   *
   * @throws DomainError `replay_not_found`, or `replay_ended` when there is nothing to cancel any more.
   */
  async cancel(id: string, actor: Author): Promise<ReplayDetails> {
    await this.unitOfWork.run(async (transaction) => {
      if (!(await this.replays.find(id, transaction))) throw notFound();
      if (!(await this.replays.cancel(transaction, id)))
        throw new DomainError('replay_ended', 'There is nothing to cancel any more.');
      await this.audit.record({ kind: 'replay_cancelled', actor, subject: { type: 'replay', id } }, transaction);
      transaction.tell('replay_changed', { id });
    });
    return this.get(id);
  }
}

function notFound(): DomainError {
  return new DomainError('replay_not_found', 'There is no such replay; the newest fifty are kept.');
}
