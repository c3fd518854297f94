import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import { DESCRIPTION, type ForgottenMessages, type WordKeeper } from '../forgetting/word-keeper.ts';

/** Keeps no words, but has shown some: whoever was told of them is told anew, so that no open page goes on showing them. */
@Injectable()
export class ToldWords implements OnModuleInit, WordKeeper {
  constructor(private readonly forgetting: Forgetting) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  /** The title, which goes with the description, stands beside each of a ticket. */
  async forgetMessages(transaction: Transaction, { ticketId, numbers }: ForgottenMessages): Promise<void> {
    const rows: { user_id: string }[] = await transaction.query(
      'SELECT DISTINCT user_id FROM notifications WHERE ticket_id = $1 AND ($2 OR number = ANY ($3::int[]))',
      [ticketId, numbers.includes(DESCRIPTION), numbers],
    );
    const userIds = rows.map(({ user_id: id }) => Number(id));
    if (userIds.length > 0) transaction.tell('notifications_changed', { userIds });
  }
}
