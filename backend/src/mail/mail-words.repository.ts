import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import {
  DESCRIPTION,
  type ForgottenMessages,
  type ForgottenPerson,
  type WordKeeper,
} from '../forgetting/word-keeper.ts';
import { inSmallLetters } from './small-letters.sql.ts';
import { tokenOf } from '../sending/domain/reply-address.ts';

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
    // What comes back does so after it left: mails that were kept before the first answer are not looked at. Where a report names no
    // Message-ID, it is known by the address of the ticket, in whatever letters its server writes that.
    await transaction.query(
      `WITH sent AS MATERIALIZED (
         SELECT message_id, created_at FROM outgoing_mails WHERE ticket_id = $1 AND number >= $2
       )
       UPDATE mails SET raw = NULL
       WHERE state = 'report' AND raw IS NOT NULL AND kept_at >= (SELECT min(created_at) FROM sent)
         AND (position($3 IN ${inSmallLetters('raw')}) > 0
           OR EXISTS (SELECT FROM sent WHERE position(convert_to(sent.message_id, 'UTF8') IN mails.raw) > 0))`,
      [ticketId, Math.min(...numbers), tokenOf(ticketId)],
    );
  }

  /** What was read in theirs; their bytes, and what others tell of them in mails, are gone over by themselves (`NamingMails`). */
  async forgetPerson(transaction: Transaction, { addresses }: ForgottenPerson, before: Date): Promise<void> {
    await transaction.query(
      `UPDATE mails SET raw = NULL, sender = NULL, sender_name = NULL, subject = NULL, message_id = NULL,
         state = CASE WHEN state IN ('taken', 'quarantined') THEN 'deleted' ELSE state END
       WHERE lower(sender) = ANY ($1::text[]) AND kept_at < $2`,
      [addresses, before],
    );
    transaction.tell('quarantine_changed', {});
  }
}
