import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { PingRepository } from './ping.repository.ts';

/** Knows whether this process can do what it is there for: answer requests, or do jobs when it is a worker. */
@Injectable()
export class ReadinessService implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly database: PingRepository,
    private readonly jobs: JobQueue,
    private readonly settings: Settings,
  ) {}

  /** @throws DomainError `database_unavailable` when the database does not answer, the process is about to stop, or
   *   a worker does not take jobs yet. */
  async check(): Promise<void> {
    const able = !this.stopping && (this.settings.servesApi || this.jobs.working);
    if (!able || !(await this.database.answers()))
      throw new DomainError('database_unavailable', 'Please try again in a moment.');
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}
