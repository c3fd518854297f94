import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import {
  DESCRIPTION,
  type ForgottenMessages,
  type ForgottenPerson,
  type WordKeeper,
} from '../forgetting/word-keeper.ts';

/**
 * Mails as they came. Later mails of a ticket quote earlier ones, and what servers report of an answer repeats it, so their bytes go
 * as well; each repeats the title in its subject.
 */
@Injectable()
export class MailWords implements OnModuleInit, WordKeeper {
  constructor(private readonly forgetting: Forgetting) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async forgetMessages(transaction: Transaction, { ticketId, numbers }: ForgottenMessages): Promise<void> {
    await transaction.query(
      `UPDATE mails SET raw = NULL, subject = CASE WHEN $3 OR number = ANY ($4::int[]) THEN NULL ELSE subject END
       WHERE ticket_id = $1 AND number >= $2`,
      [ticketId, Math.min(...numbers), numbers.includes(DESCRIPTION), numbers],
    );
    await transaction.query(
      `UPDATE mails SET raw = NULL WHERE state = 'report' AND raw IS NOT NULL AND EXISTS (
         SELECT FROM outgoing_mails AS sent WHERE sent.ticket_id = $1 AND sent.number >= $2
           AND position(convert_to(sent.message_id, 'UTF8') IN mails.raw) > 0)`,
      [ticketId, Math.min(...numbers)],
    );
  }

  /**
   * Also mails that wait, and the bytes of all that name an address, as it was written or in lower case. What tells a mail apart from
   * others stays: its digest.
   */
  async forgetPerson(transaction: Transaction, { addresses }: ForgottenPerson): Promise<void> {
    await transaction.query(
      `UPDATE mails SET raw = NULL, sender = NULL, sender_name = NULL, subject = NULL, message_id = NULL,
         state = CASE WHEN state IN ('taken', 'quarantined') THEN 'deleted' ELSE state END
       WHERE lower(sender) = ANY ($1::text[])`,
      [addresses],
    );
    await transaction.query(
      `UPDATE mails SET raw = NULL, state = CASE WHEN state IN ('taken', 'quarantined') THEN 'deleted' ELSE state END
       WHERE raw IS NOT NULL AND EXISTS (
         SELECT FROM unnest($1::text[], $2::text[]) AS named (address, pattern)
         WHERE CASE WHEN position(convert_to(address, 'UTF8') IN raw) > 0 THEN encode(raw, 'escape') ~* pattern END)`,
      [addresses, addresses.map(patternOf)],
    );
    transaction.tell('quarantine_changed', {});
  }
}

/** Finds an address in bytes that PostgreSQL has escaped, where it is no part of another one. */
function patternOf(address: string): string {
  const bytes = [...Buffer.from(address)].map((byte) =>
    byte > 127 ? `\\\\${byte.toString(8)}` : String.fromCharCode(byte).replace(/[^a-z0-9]/i, '\\$&'),
  );
  // What stands before it may be a byte that is escaped there, or in the mail itself.
  return `(^|[^a-z0-9._+-]|\\\\[0-7]{3}|[=%][0-9a-f]{2})${bytes.join('')}(?![a-z0-9-]|\\.[a-z0-9])`;
}
