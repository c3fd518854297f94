import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { defineJob } from '../jobs/job.ts';
import { NotificationRepository } from './notification.repository.ts';

const NOTIFICATION_HOUSEKEEPING = defineJob('notification-housekeeping', { retryLimit: 2, cron: '41 3 * * *' });

/** Lets go, every night, of what people were told long ago. */
@Injectable()
export class NotificationHousekeeping implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly notifications: NotificationRepository,
  ) {}

  onModuleInit(): void {
    this.handlers.add(NOTIFICATION_HOUSEKEEPING, () => this.notifications.purge());
  }
}
