import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { PingRepository } from './ping.repository.ts';

/** Knows whether this process can do what it is there for: answer requests, or do jobs when it is a worker. */
@Injectable()
export class ReadinessService implements OnModuleDestroy {
  private draining = false;

  constructor(
    private readonly database: PingRepository,
    private readonly jobs: JobQueue,
    private readonly settings: Settings,
  ) {}

  /**
   * @throws DomainError `draining` when the process is about to stop, `database_unavailable` when the database does not
   *   answer, or a worker does not take jobs yet.
   */
  async check(): Promise<void> {
    if (this.draining) throw new DomainError('draining', 'It finishes what it has begun. Ask another one.');
    const able = this.settings.servesApi || this.jobs.working;
    if (!able || !(await this.database.answers()))
      throw new DomainError('database_unavailable', 'Please try again in a moment.');
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
