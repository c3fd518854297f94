import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';

/** What searches find tickets by. Triggers write it; this makes anew what waits for that. */
@Injectable()
export class SearchWordsRepository {
  /** Makes the words of people anew for some of the tickets that wait for it, and tells how many those were. */
  async remakeWaiting(transaction: Transaction, limit: number): Promise<number> {
    const rows: unknown[] = await transaction.query(
      `WITH waiting AS MATERIALIZED (
         DELETE FROM tickets_to_index
         WHERE id IN (SELECT id FROM tickets_to_index ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING ticket_id
       )
       SELECT index_ticket_page(ticket_id, 0) FROM (SELECT DISTINCT ticket_id FROM waiting ORDER BY ticket_id) AS t`,
      [limit],
    );
    return rows.length;
  }
}
