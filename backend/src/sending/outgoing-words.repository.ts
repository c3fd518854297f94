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

  async forgetPerson(transaction: Transaction, { addresses }: ForgottenPerson, before: Date): Promise<void> {
    await transaction.query(
      `UPDATE outgoing_mails SET detail = NULL, in_reply_to = NULL, "references" = '{}',
         recipients = ${without('recipients', '$1')}
       WHERE created_at < $2 AND ${namesAny('recipients', '$1')}`,
      [addresses, before],
    );
    await transaction.query(
      `UPDATE outgoing_mails SET state = 'failed', subject = NULL, text = NULL, html = NULL
       WHERE recipients = '[]' AND ${WAITS}`,
    );
  }
}

function alone(part: 'text' | 'html'): string {
  return `CASE WHEN NOT tells_title THEN o.${part} ELSE (
    SELECT ${part === 'text' ? 'words_of_pictures(m.text)' : 'm.html'} FROM messages AS m WHERE m.ticket_id = o.ticket_id AND m.number = o.number) END`;
}
