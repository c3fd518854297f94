import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import { namesAny, without } from '../forgetting/named-addresses.ts';
import {
  DESCRIPTION,
  type ForgottenMessages,
  type ForgottenPerson,
  type WordKeeper,
} from '../forgetting/word-keeper.ts';
import { REMOVED_WORDS } from '../vocabulary/removed-words.ts';

const WAITS = `state IN ('queued', 'sending')`;
const UNNAMED = `UPDATE outgoing_mails SET detail = NULL, in_reply_to = NULL, "references" = '{}',
  recipients = ${without('recipients', '$1')}`;
const TO_NOBODY = `UPDATE outgoing_mails SET state = 'failed', subject = NULL, text = NULL, html = NULL
  WHERE recipients = '[]' AND ${WAITS}`;

/**
 * Mails that wait to be sent, and to whom mails went. One that would leave without its words, or to nobody, has failed; what a server is
 * told in this moment it may have heard.
 */
@Injectable()
export class OutgoingWords implements OnModuleInit, WordKeeper {
  constructor(private readonly forgetting: Forgetting) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async forgetMessages(transaction: Transaction, { ticketId, numbers }: ForgottenMessages): Promise<void> {
    await transaction.query(
      `UPDATE outgoing_mails SET state = 'failed', detail = 'words removed', subject = NULL, text = NULL, html = NULL
       WHERE ticket_id = $1 AND number = ANY ($2::int[]) AND ${WAITS}`,
      [ticketId, numbers],
    );
    if (!numbers.includes(DESCRIPTION)) return;
    // The title is in the subject of every answer; where it is around one too, the answer goes alone.
    await transaction.query(
      `UPDATE outgoing_mails AS o SET subject = $2, text = ${alone('text')}, html = ${alone('html')}
       WHERE ticket_id = $1 AND ${WAITS}`,
      [ticketId, REMOVED_WORDS],
    );
  }

  /** Of an answer that was held when the erasure was asked for, and left since, the mail is younger than what was said. */
  async forgetPersonWithin(
    transaction: Transaction,
    ticketIds: readonly number[],
    { addresses }: ForgottenPerson,
    before: Date,
  ): Promise<void> {
    await transaction.query(
      `${UNNAMED}
       WHERE ticket_id = ANY ($3::bigint[]) AND ${namesAny('recipients', '$1')} AND (created_at < $2 OR EXISTS (
         SELECT FROM ticket_events AS e WHERE e.ticket_id = outgoing_mails.ticket_id AND e.version = number AND e.occurred_at < $2))`,
      [addresses, before, ticketIds],
    );
    await transaction.query(TO_NOBODY);
  }

  /** Those that belong to no ticket. */
  async forgetPerson(transaction: Transaction, { addresses }: ForgottenPerson, before: Date): Promise<void> {
    await transaction.query(
      `${UNNAMED} WHERE ticket_id IS NULL AND created_at < $2 AND ${namesAny('recipients', '$1')}`,
      [addresses, before],
    );
    await transaction.query(TO_NOBODY);
  }
}

function alone(part: 'text' | 'html'): string {
  return `CASE WHEN NOT tells_title THEN o.${part} ELSE (
    SELECT ${part === 'text' ? 'words_of_pictures(m.text)' : 'm.html'} FROM messages AS m WHERE m.ticket_id = o.ticket_id AND m.number = o.number) END`;
}
