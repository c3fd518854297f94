import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tickets are drawn for triage by lot and by doubt: each from an index over what waits alone, so that a draw reads as much
 * as it gives, and writing other tickets costs nothing more. `SURENESS` in `tickets/triage/triage-draw.repository.ts` is the
 * first key of the second as it stands here.
 */
export class DrawForTriage1764500000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX tickets_pending_lot_idx ON tickets (hashint8(id)) WHERE triage = 'pending' AND deleted_at IS NULL`,
    );
    await runner.query(`
      CREATE INDEX suggestions_doubt_idx ON suggestions
        ((CASE WHEN shown_as = 'abstained' THEN 0 ELSE coalesce(category_confidence, 0) END), ticket_id)
      WHERE ticket_id IS NOT NULL AND chosen_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX suggestions_doubt_idx');
    await runner.query('DROP INDEX tickets_pending_lot_idx');
  }
}
