import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { ERASED_ADDRESS } from '../forgetting/erased-address.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import { namesAny, without } from '../forgetting/named-addresses.ts';
import type { ChosenMessages, ForgottenMessages, ForgottenPerson, WordKeeper } from '../forgetting/word-keeper.ts';
import { MISSING_FILES } from './domain/missing-files.ts';
import { REMOVED_WORDS } from '../vocabulary/removed-words.ts';

/** It is told of by one of so many versions behind the message. */
const TOLD_WITHIN = 3;

/**
 * What messages say. An answer that is held or waits to be sent will not leave without its words, and what the ticket was to get with
 * one that is held it will not get. What later mails of the ticket quote goes as well, and the HTML in which it stands: the quoted part
 * tells only what stands above it.
 */
@Injectable()
export class MessageWords implements OnModuleInit, WordKeeper {
  constructor(private readonly forgetting: Forgetting) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async textsOf(transaction: Transaction, { ticketId, numbers }: ChosenMessages): Promise<readonly string[]> {
    const rows: { said: string }[] = await transaction.query(
      'SELECT unnest(ARRAY[text, folded]) AS said FROM messages WHERE ticket_id = $1 AND number = ANY ($2::int[])',
      [ticketId, numbers],
    );
    return rows.map(({ said }) => said);
  }

  async forgetMessages(transaction: Transaction, { ticketId, numbers }: ForgottenMessages): Promise<void> {
    await transaction.query(
      `UPDATE messages SET text = $3, html = NULL, folded = '',
         sets_status = CASE WHEN delivery = 'held' THEN NULL ELSE sets_status END,
         sets = CASE WHEN delivery = 'held' THEN NULL ELSE sets END,
         delivery = CASE WHEN delivery IN ('held', 'queued') THEN 'not_sent' ELSE delivery END,
         delivery_detail = CASE WHEN delivery IN ('held', 'queued') THEN 'words removed' WHEN delivery IS NOT NULL THEN delivery_detail END
       WHERE ticket_id = $1 AND number = ANY ($2::int[]) AND taken_back_at IS NULL`,
      [ticketId, numbers, REMOVED_WORDS],
    );
    // What the desk told of files that it could not keep names them.
    await transaction.query(
      `UPDATE messages SET text = $3 WHERE ticket_id = $1 AND kind = 'system' AND starts_with(text, $3) AND EXISTS (
         SELECT FROM unnest($2::int[]) AS removed WHERE messages.number BETWEEN removed + 1 AND removed + $4)`,
      [ticketId, numbers, MISSING_FILES, TOLD_WITHIN],
    );
    // No customer quotes a note.
    await transaction.query(
      `UPDATE messages SET html = NULL, folded = ''
       WHERE ticket_id = $1 AND kind = 'incoming' AND folded <> '' AND number > (
         SELECT min(removed) FROM unnest($2::int[]) AS removed
           LEFT JOIN messages AS m ON m.ticket_id = $1 AND m.number = removed
         WHERE m.kind IS DISTINCT FROM 'note')`,
      [ticketId, numbers],
    );
  }

  async forgetPersonWithin(
    transaction: Transaction,
    ticketIds: readonly number[],
    { contacts, addresses }: ForgottenPerson,
    before: Date,
  ): Promise<void> {
    await transaction.query(
      `WITH erased AS (
         UPDATE message_recipients AS r SET name = '', address = $3, state = NULL, detail = NULL FROM messages AS m
         WHERE m.id = r.message_id AND m.ticket_id = ANY ($5::bigint[]) AND r.address <> $3
           AND (r.contact_id = ANY ($1::bigint[]) OR lower(r.address) = ANY ($2::text[]) AND EXISTS (
             SELECT FROM ticket_events AS e WHERE e.ticket_id = m.ticket_id AND e.version = m.number AND e.occurred_at < $4))
         RETURNING r.message_id
       )
       UPDATE messages SET delivery_detail = NULL WHERE id IN (SELECT message_id FROM erased) AND delivery_detail IS NOT NULL`,
      [contacts, addresses, ERASED_ADDRESS, before, ticketIds],
    );
  }

  async forgetPerson(transaction: Transaction, { contacts, addresses }: ForgottenPerson): Promise<void> {
    await transaction.query(
      `DELETE FROM drafts USING tickets AS t WHERE t.id = drafts.ticket_id AND t.requester = ANY ($1::bigint[])`,
      [contacts],
    );
    await transaction.query(
      `UPDATE drafts SET recipients = ${without('recipients', '$1')}
       WHERE jsonb_path_exists(recipients, '$[*].address') AND ${namesAny('recipients', '$1')}`,
      [addresses],
    );
  }
}
