import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import type { ForgottenMessages, WordKeeper } from '../forgetting/word-keeper.ts';

const DESCRIPTION = 1;

/**
 * The suggestions for a ticket, with their shadows, and those that belong to no ticket and were asked for within the day before it
 * was written: while somebody writes a ticket, its words are asked about before they are one.
 */
const MEANT = `meant AS MATERIALIZED (
    SELECT s.id FROM suggestions AS s
    WHERE s.ticket_id = $1 OR s.id IN (SELECT suggestion_id FROM ticket_events WHERE ticket_id = $1)
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
    if (!numbers.includes(DESCRIPTION)) return;
    await transaction.query(
      `WITH ${MEANT}
       UPDATE suggestions AS s SET input_hash = encode(sha256(uuid_send(gen_random_uuid())), 'hex'),
         details = s.details || ${without('category')} || ${without('priority')}
       WHERE s.id IN (SELECT id FROM all_meant)`,
      [ticketId],
    );
    await transaction.query(
      `WITH ${MEANT}
       UPDATE llm_calls AS c SET sent = NULL, answer = NULL, ticket_ids = '{}'
       WHERE c.sent IS NOT NULL AND (c.ticket_ids @> ARRAY[$1::bigint] OR c.suggestion_id IN (SELECT id FROM all_meant)
         OR c.suggestion_id IS NULL AND c.created_at BETWEEN (SELECT created_at - interval '1 day' FROM tickets WHERE id = $1)
           AND (SELECT created_at FROM tickets WHERE id = $1))`,
      [ticketId],
    );
  }
}
