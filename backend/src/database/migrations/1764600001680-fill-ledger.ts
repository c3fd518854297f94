import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Suggestions that are filled in by one statement: their tickets wait for its end. */
const BATCH = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Empty but for what they are about, so that writing other tickets costs nothing more. */
const INDEXES = {
  tickets_pending_idx: `tickets (created_at, id) WHERE triage = 'pending' AND deleted_at IS NULL`,
  tickets_duplicate_idx: 'tickets (duplicate_of, id) WHERE duplicate_of IS NOT NULL AND deleted_at IS NULL',
};

const CONSTRAINTS = {
  tickets: ['tickets_triage_check', 'tickets_duplicate_check'],
  suggestions: [
    ...['suggestions_chosen_by_fk', 'suggestions_final_category_fk', 'suggestions_final_priority_check'],
    ...[
      'suggestions_shown_as_check',
      'suggestions_details_check',
      'suggestions_final_check',
      'suggestions_choice_check',
    ],
  ],
};

/**
 * Fills in what the ledger keeps of choices that are older than LedgerOfDecisions, checks what was there before its rules,
 * and makes its indexes: while others read and write, in batches and outside a transaction. When it is cut short, it begins
 * again, and does what is not done yet; where all was done at once, as it was at first, it finds nothing to do.
 */
export class FillLedger1764600001680 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (let last: string | undefined = FIRST; last !== undefined; last = await filled(runner, last));
    for (const [table, constraints] of Object.entries(CONSTRAINTS)) {
      for (const name of constraints) await runner.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`);
    }
    for (const [name, columns] of Object.entries(INDEXES)) {
      if (await isThere(runner, name)) continue;
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${columns}`);
    }
  }

  /** The indexes go with their columns, and so does what is filled in. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** Who chose, and what the tickets have by now. When they got it only their history knows. Gives the last of a batch. */
async function filled(runner: QueryRunner, after: string): Promise<string | undefined> {
  const [row] = (await runner.query(
    `WITH chosen AS (
       SELECT * FROM suggestions WHERE chosen_at IS NOT NULL AND final_at IS NULL AND id > $1 ORDER BY id LIMIT $2
     ),
     written AS (
       UPDATE suggestions AS s
       SET chosen_by = began.actor_id,
         final_category = coalesce(t.category, s.chosen_category),
         final_priority = coalesce(t.priority, s.chosen_priority),
         final_at = coalesce(changed.at, s.chosen_at),
         corrected = coalesce((t.category, t.priority) <> (s.chosen_category, s.chosen_priority), false)
       FROM chosen
         LEFT JOIN tickets AS t ON t.id = chosen.ticket_id
         LEFT JOIN ticket_events AS began ON began.ticket_id = chosen.ticket_id AND began.kind = 'created'
         LEFT JOIN LATERAL (
           SELECT max(occurred_at) AS at FROM ticket_events AS e
           WHERE e.ticket_id = chosen.ticket_id AND e.kind = 'changed'
             AND (e.changes @> '[{"field": "category"}]' OR e.changes @> '[{"field": "priority"}]')
         ) AS changed ON true
       -- A correction may have come between, which knows better.
       WHERE s.id = chosen.id AND s.final_at IS NULL
     )
     SELECT id FROM chosen ORDER BY id DESC LIMIT 1`,
    [after, BATCH],
  )) as { id: string }[];
  return row?.id;
}

/** Whether an index is there, and was not left half made. */
async function isThere(runner: QueryRunner, name: string): Promise<boolean> {
  const rows = (await runner.query('SELECT FROM pg_index WHERE indexrelid = to_regclass($1) AND indisvalid', [
    name,
  ])) as unknown[];
  return rows.length > 0;
}
