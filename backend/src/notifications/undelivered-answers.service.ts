import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { NotificationRepository } from './notification.repository.ts';

/** Tells people of answers that did not arrive. */
@Injectable()
export class UndeliveredAnswers {
  constructor(private readonly notifications: NotificationRepository) {}

  /** Tells whose ticket it is that an answer did not reach everybody, or who wrote it where the ticket is nobody's; once. */
  async tell(transaction: Transaction, ticketId: number, number: number): Promise<void> {
    const userIds = await this.notifications.undelivered(transaction, ticketId, number);
    if (userIds.length > 0) transaction.tell('notifications_changed', { userIds });
  }
}
