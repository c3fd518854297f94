import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { namesAny } from '../forgetting/named-addresses.ts';
import type { ForgottenPerson } from '../forgetting/word-keeper.ts';

/** The tickets of which answers and mails name somebody as who gets them. */
@Injectable()
export class NamingTicketsRepository {
  /**
   * Holds them in the order of their numbers: whoever holds a ticket and its mails has held the ticket first, as who notes what became of a
   * mail does, so that nobody waits in a circle.
   */
  async hold(transaction: Transaction, { contacts, addresses }: ForgottenPerson): Promise<void> {
    await transaction.query(
      `SELECT 1 FROM tickets WHERE id IN (
         SELECT m.ticket_id FROM message_recipients AS r JOIN messages AS m ON m.id = r.message_id
           WHERE r.contact_id = ANY ($1::bigint[]) OR lower(r.address) = ANY ($2::text[])
         UNION SELECT ticket_id FROM outgoing_mails WHERE ${namesAny('recipients', '$2')})
       ORDER BY id FOR NO KEY UPDATE`,
      [contacts, addresses],
    );
  }
}
