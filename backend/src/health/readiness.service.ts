import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import type { StandbyState } from '../database/not-here.ts';
import { StandbyReads } from '../database/standby-reads.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { PingRepository } from './ping.repository.ts';

/** How a process is that can do its work; `standby` is missing where it has none to read from. */
export interface Readiness {
  readonly status: 'ok';
  readonly standby?: StandbyState;
}

/** Knows whether this process can do what it is there for: answer requests, or do jobs when it is a worker. */
@Injectable()
export class ReadinessService implements OnModuleDestroy {
  private draining = false;

  constructor(
    private readonly database: PingRepository,
    private readonly jobs: JobQueue,
    private readonly settings: Settings,
    private readonly reads: StandbyReads,
  ) {}

  /**
   * @throws DomainError `draining` when the process is about to stop, `database_unavailable` when the database does not
   *   answer, or a worker does not take jobs yet.
   */
  async check(): Promise<Readiness> {
    if (this.draining) throw new DomainError('draining', 'It finishes what it has begun. Ask another one.');
    const able = this.settings.servesApi || this.jobs.working;
    if (!able || !(await this.database.answers()))
      throw new DomainError('database_unavailable', 'Please try again in a moment.');
    const standby = this.reads.state;
    return { status: 'ok', ...(standby && { standby }) };
  }

  /** The process was asked to stop. */
  get isDraining(): boolean {
    return this.draining;
  }

  /** The first that is done once the process was asked to stop. */
  onModuleDestroy(): void {
    this.draining = true;
  }
}
