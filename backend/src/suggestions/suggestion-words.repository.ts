import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import { DESCRIPTION, type ForgottenMessages, type WordKeeper } from '../forgetting/word-keeper.ts';

/**
 * The suggestions for a ticket, with their shadows, and those that belong to no ticket and were asked for within the day before it
 * was written: while somebody writes a ticket, its words are asked about before they are one.
 */
const MEANT = `meant AS MATERIALIZED (
    SELECT id FROM suggestions WHERE ticket_id = $1
    UNION SELECT suggestion_id FROM ticket_events WHERE ticket_id = $1 AND suggestion_id IS NOT NULL
    UNION SELECT s.id FROM tickets AS t JOIN suggestions AS s
      ON s.created_at BETWEEN t.created_at - interval '1 day' AND t.created_at AND s.ticket_id IS NULL
    WHERE t.id = $1
  ), all_meant AS MATERIALIZED (
    SELECT id FROM meant UNION SELECT s.id FROM meant JOIN suggestions AS s ON s.shadow_of = meant.id
  )`;

/** What led to a field's value, without the words. */
const without = (field: string) =>
  `CASE WHEN s.details ? '${field}'
     THEN jsonb_build_object('${field}', jsonb_set((s.details -> '${field}') - 'option_words', '{words}', '[]')) ELSE '{}' END`;

/** What suggestions, and what was sent to LLMs for them, keep of the words of tickets. Figures and verdicts stay. */
@Injectable()
export class SuggestionWords implements OnModuleInit, WordKeeper {
  constructor(private readonly forgetting: Forgetting) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async forgetMessages(transaction: Transaction, { ticketId, numbers }: ForgottenMessages): Promise<void> {
    if (!numbers.includes(DESCRIPTION)) return this.forgetSent(transaction, ticketId);
    await transaction.query(
      `WITH ${MEANT}
       UPDATE suggestions AS s SET input_hash = encode(sha256(uuid_send(gen_random_uuid())), 'hex'),
         details = s.details || ${without('category')} || ${without('priority')}
       WHERE s.id IN (SELECT id FROM all_meant)`,
      [ticketId],
    );
    await transaction.query(
      `WITH ${MEANT}
       UPDATE llm_calls SET sent = NULL, answer = NULL, ticket_ids = '{}' WHERE sent IS NOT NULL AND id IN (
         SELECT id FROM llm_calls WHERE sent IS NOT NULL AND ticket_ids @> ARRAY[$1::bigint]
         UNION SELECT c.id FROM all_meant JOIN llm_calls AS c ON c.suggestion_id = all_meant.id
         UNION SELECT c.id FROM tickets AS t JOIN llm_calls AS c
           ON c.created_at BETWEEN t.created_at - interval '1 day' AND t.created_at AND c.suggestion_id IS NULL
         WHERE t.id = $1)`,
      [ticketId],
    );
  }
  /** Of what was sent with words of a ticket by its number: what its customer wrote later is sent that way alone. */
  private async forgetSent(transaction: Transaction, ticketId: number): Promise<void> {
    await transaction.query(
      `UPDATE llm_calls SET sent = NULL, answer = NULL, ticket_ids = '{}'
       WHERE sent IS NOT NULL AND ticket_ids @> ARRAY[$1::bigint]`,
      [ticketId],
    );
  }
}
