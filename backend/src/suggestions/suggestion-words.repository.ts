import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import { DESCRIPTION, type ForgottenMessages, type WordKeeper } from '../forgetting/word-keeper.ts';
import { SuggestionRepository } from './suggestion.repository.ts';

/**
 * When words were sent, or judged, of which nobody knew yet that they are a ticket's: within the day before it was written, or within the
 * hour after, as whoever writes it need not wait for the answer.
 */
const around = (moment: string) =>
  `${moment} BETWEEN t.created_at - interval '1 day' AND t.created_at + interval '1 hour'`;

/** The suggestions for a ticket, and those of that time that belong to none. */
const MEANT = `SELECT id FROM suggestions WHERE ticket_id = $1
    UNION SELECT suggestion_id FROM ticket_events WHERE ticket_id = $1 AND suggestion_id IS NOT NULL
    UNION SELECT s.id FROM tickets AS t JOIN suggestions AS s ON ${around('s.created_at')} AND s.ticket_id IS NULL WHERE t.id = $1`;

/** What suggestions, and what was sent to LLMs for them, keep of the words of tickets. Figures and verdicts stay. */
@Injectable()
export class SuggestionWords implements OnModuleInit, WordKeeper {
  constructor(
    private readonly forgetting: Forgetting,
    private readonly suggestions: SuggestionRepository,
  ) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async forgetMessages(transaction: Transaction, { ticketId, numbers }: ForgottenMessages): Promise<void> {
    if (!numbers.includes(DESCRIPTION)) return this.forgetSent(transaction, ticketId);
    // First the calls: whoever stores what came of one, or makes another, holds it, and is waited for.
    const came = await this.forgetCalls(transaction, ticketId);
    const meant: { id: string }[] = await transaction.query(MEANT, [ticketId]);
    await this.suggestions.forgetWords(transaction, [...came, ...meant.map(({ id }) => id)]);
  }

  /** Of what was sent with words of a ticket by its number: what its customer wrote later is sent that way alone. */
  private async forgetSent(transaction: Transaction, ticketId: number): Promise<void> {
    await transaction.query(
      `UPDATE llm_calls SET sent = NULL, answer = NULL, ticket_ids = '{}'
       WHERE sent IS NOT NULL AND ticket_ids @> ARRAY[$1::bigint]`,
      [ticketId],
    );
  }

  /** Once more after each time that some were found, as more may have been made while these were waited for; gives what came of them. */
  private async forgetCalls(transaction: Transaction, ticketId: number): Promise<readonly string[]> {
    const came: string[] = [];
    for (let found = 1; found > 0;) {
      const [rows]: [{ suggestion_id: string | null }[], number] = await transaction.query(
        `WITH meant AS MATERIALIZED (${MEANT})
         UPDATE llm_calls SET sent = NULL, answer = NULL, ticket_ids = '{}' WHERE sent IS NOT NULL AND id IN (
           SELECT id FROM llm_calls WHERE sent IS NOT NULL AND ticket_ids @> ARRAY[$1::bigint]
           UNION SELECT c.id FROM meant JOIN llm_calls AS c ON c.suggestion_id = meant.id
           UNION SELECT c.id FROM meant JOIN suggestions AS s ON s.shadow_of = meant.id JOIN llm_calls AS c ON c.suggestion_id = s.id
           UNION SELECT c.id FROM tickets AS t JOIN llm_calls AS c ON ${around('c.created_at')} AND c.suggestion_id IS NULL
           WHERE t.id = $1)
         RETURNING suggestion_id`,
        [ticketId],
      );
      came.push(...rows.flatMap(({ suggestion_id: id }) => id ?? []));
      found = rows.length;
    }
    return came;
  }
}
