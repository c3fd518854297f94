import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { UsersService } from '../users/users.service.ts';
import { mentioned } from './domain/mentioned.ts';
import { NotificationRepository } from './notification.repository.ts';

/** A message as others may be told of it. */
export interface MentioningMessage {
  readonly ticketId: number;
  readonly number: number;
  readonly text: string;
}

/** Tells people that they are mentioned. */
@Injectable()
export class Mentions {
  constructor(
    private readonly users: UsersService,
    private readonly notifications: NotificationRepository,
  ) {}

  /** Tells all active people whom a note names behind an @, but not its writer, as part of the transaction that writes it. */
  async tell(transaction: Transaction, { ticketId, number, text }: MentioningMessage, by: Author): Promise<void> {
    if (!text.includes('@')) return;
    const people = mentioned(text, await this.users.active(transaction)).filter((id) => id !== by.userId);
    if (people.length === 0) return;
    await this.notifications.mention(transaction, people, ticketId, number);
    transaction.tell('notifications_changed', { userIds: people });
  }
}
