import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import { PingRepository } from './ping.repository.ts';

/** Knows whether this process should get requests. */
@Injectable()
export class ReadinessService implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly database: PingRepository) {}

  /** @throws DomainError `database_unavailable` when the database does not answer or the process is about to stop. */
  async check(): Promise<void> {
    const reachable = !this.stopping && (await this.database.answers());
    if (!reachable) throw new DomainError('database_unavailable', 'Please try again in a moment.');
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}
