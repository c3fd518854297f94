import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds what people looked for in the audit log, so that it goes with the words that it has. It is made while others read and write:
 * outside a transaction; when it is cut short, it begins again.
 */
export class IndexSearches1764600002500 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS audit_events_searched_idx');
    await runner.query(
      `CREATE INDEX CONCURRENTLY audit_events_searched_idx ON audit_events (id) WHERE details #> '{filter,search}' IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS audit_events_searched_idx');
  }
}
