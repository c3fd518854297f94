import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the tickets of those who ask, and checks who that is. It is made while others read and write: outside a transaction;
 * when it is cut short, it begins again.
 */
export class IndexRequesters1764600001881 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets VALIDATE CONSTRAINT tickets_requester_fk');
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS tickets_requester_idx');
    await runner.query(`
      CREATE INDEX CONCURRENTLY tickets_requester_idx ON tickets (requester, created_at, id)
      WHERE requester IS NOT NULL AND deleted_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS tickets_requester_idx');
  }
}
