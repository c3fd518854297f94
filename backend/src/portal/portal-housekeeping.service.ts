import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { defineJob } from '../jobs/job.ts';
import { PortalLinkRepository } from './portal-link.repository.ts';
import { PortalSessionRepository } from './portal-session.repository.ts';

const PORTAL_HOUSEKEEPING = defineJob('portal-housekeeping', { retryLimit: 2, cron: '33 * * * *' });

/** Forgets every hour the links that nobody used in time, and sessions that are over. */
@Injectable()
export class PortalHousekeeping implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly links: PortalLinkRepository,
    private readonly sessions: PortalSessionRepository,
  ) {}

  onModuleInit(): void {
    this.handlers.add(PORTAL_HOUSEKEEPING, () => this.tidy());
  }

  async tidy(): Promise<void> {
    await this.links.deleteExpired();
    await this.sessions.deleteDead();
  }
}
