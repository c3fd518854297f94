import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When tickets were resolved is counted while they are written, so nobody looks it up any more. The index goes while others
 * read and write: outside a transaction, waiting for those who use it without holding anybody up; when it is cut short, it
 * begins again.
 */
export class DropResolvedIndex1764600000960 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS tickets_resolved_at_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX tickets_resolved_at_idx ON tickets (resolved_at)
      WHERE resolved_at IS NOT NULL AND deleted_at IS NULL`);
  }
}
