import { Injectable } from '@nestjs/common';
import { cutPage, decodeCursor, encodeCursor } from '../common/http/keyset-cursor.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { NotificationPage, NotificationQuery, ReadOnes } from './domain/notification.ts';
import { NotificationRepository } from './notification.repository.ts';

/** What happened on the desk that concerns one person; nobody but them reads it. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * What a person is told, newest first.
   *
   * @throws ValidationFailed for a cursor that is none.
   */
  async page(userId: number, { limit, cursor, unread = false }: NotificationQuery): Promise<NotificationPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const [found, unreadCount] = await Promise.all([
      this.notifications.page(userId, { unread, after, limit: limit + 1 }),
      this.notifications.countUnread(userId),
    ]);
    const { shown: notifications, next } = cutPage(found, limit, encodeCursor);
    return { notifications, unread: unreadCount, next };
  }

  /** Notes what a person has read; what is not theirs, or was read before, stays as it is. */
  async markRead(userId: number, read: ReadOnes): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const count = await this.notifications.markRead(transaction, userId, read);
      if (count > 0) transaction.tell('notifications_changed', { userIds: [userId] });
    });
  }
}
