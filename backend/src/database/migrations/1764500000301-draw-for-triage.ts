import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Empty but for what they are about, so that keeping other tickets and suggestions costs nothing more. */
const INDEXES = {
  tickets_pending_lot_idx: `tickets (hashint8(id)) WHERE triage = 'pending' AND deleted_at IS NULL`,
  suggestions_doubt_idx: `suggestions
    ((CASE WHEN shown_as = 'abstained' THEN 0 ELSE coalesce(category_confidence, 0) END), ticket_id)
    WHERE ticket_id IS NOT NULL AND chosen_at IS NULL`,
  suggestions_applied_idx: 'suggestions (applied_at) WHERE applied_at IS NOT NULL',
};

/**
 * Tickets are drawn for triage by lot and by doubt: each from an index over what waits alone, so that a draw reads as much
 * as it gives. `SURENESS` in `tickets/triage/triage-draw.repository.ts` is the first key of the second as it stands here. The
 * third finds what was applied by itself. They are made while others read and write: outside a transaction; when it is cut
 * short, it begins again.
 */
export class DrawForTriage1764500000301 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(INDEXES)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${columns}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await runner.query(`DROP INDEX IF EXISTS ${name}`);
  }
}
