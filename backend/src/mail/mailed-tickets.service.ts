import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/author.ts';
import { IncomingMessages } from '../conversation/incoming-messages.service.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';

/** Tickets that were opened by mails, and what is found out of them later. */
@Injectable()
export class MailedTickets {
  constructor(
    private readonly messages: IncomingMessages,
    private readonly tickets: TicketMessages,
  ) {}

  /** Holds a ticket until the transaction ends; false when it was deleted. */
  hold(transaction: Transaction, ticket: number): Promise<boolean> {
    return this.tickets.holdIfThere(transaction, ticket);
  }

  /** Says in a ticket to which one the mail belongs that opened it; nobody has to look into it who has not begun to. */
  async lead(transaction: Transaction, opened: number, ticket: number): Promise<void> {
    if (opened === ticket || !(await this.hold(transaction, opened))) return;
    await this.messages.tell(
      transaction,
      opened,
      `This mail belongs to ticket #${ticket}, and stands there too.`,
      ticket,
    );
    await this.tickets.closeAsDuplicate(transaction, opened, ticket, SYSTEM);
  }
}
