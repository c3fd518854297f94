import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { ERASED_ADDRESS } from '../forgetting/erased-address.ts';
import { namesAny } from '../forgetting/named-addresses.ts';
import type { ForgottenPerson } from '../forgetting/word-keeper.ts';

/** The tickets of which answers and mails name somebody as who gets them. */
@Injectable()
export class NamingTicketsRepository {
  /** Their numbers, in order, held by nobody. Whole tables are gone through. */
  async find(transaction: Transaction, { contacts, addresses }: ForgottenPerson): Promise<number[]> {
    const rows: { id: string }[] = await transaction.query(
      `SELECT m.ticket_id AS id FROM message_recipients AS r JOIN messages AS m ON m.id = r.message_id
         WHERE (r.contact_id = ANY ($1::bigint[]) OR lower(r.address) = ANY ($2::text[])) AND r.address <> $3
       UNION SELECT ticket_id FROM outgoing_mails WHERE ticket_id IS NOT NULL AND ${namesAny('recipients', '$2')}
       ORDER BY id`,
      [contacts, addresses, ERASED_ADDRESS],
    );
    return rows.map(({ id }) => Number(id));
  }

  /**
   * Holds some in the order of their numbers: whoever holds a ticket and its mails has held the ticket first, as who notes what became of
   * a mail does, so that nobody waits in a circle.
   */
  async hold(transaction: Transaction, ids: readonly number[]): Promise<void> {
    await transaction.query('SELECT 1 FROM tickets WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE', [ids]);
  }
}
