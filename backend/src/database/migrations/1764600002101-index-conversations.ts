import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets that are indexed by one statement: whoever writes to one of them waits for its end. */
const BATCH = 50;

/**
 * Indexes the conversations and people of the tickets that are there, which FindConversations does for those that come: in
 * batches, while others read and write, and outside a transaction. When it is cut short, it begins again.
 */
export class IndexConversations1764600002101 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (let last: string | undefined = '0'; last !== undefined; last = await indexed(runner, last));
  }

  /** What FindConversations made goes with it. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** Gives the last ticket of a batch. */
async function indexed(runner: QueryRunner, after: string): Promise<string | undefined> {
  const rows = (await runner.query(
    `WITH batch AS MATERIALIZED (
       SELECT t.id FROM tickets AS t
       WHERE t.id > $1 AND (t.requester IS NOT NULL OR EXISTS (SELECT FROM messages AS m WHERE m.ticket_id = t.id OFFSET 0)
         OR EXISTS (SELECT FROM ticket_followers AS f WHERE f.ticket_id = t.id OFFSET 0))
       ORDER BY t.id LIMIT $2
     )
     SELECT id, index_ticket_words(id) FROM batch ORDER BY id`,
    [after, BATCH],
  )) as { id: string }[];
  return rows.at(-1)?.id;
}
