import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the events of the newest transactions. It is made while others read and write: outside a transaction; when it is cut
 * short, it begins again.
 */
export class IndexTransactions1764600001151 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS ticket_events_transaction_idx');
    await runner.query(`
      CREATE INDEX CONCURRENTLY ticket_events_transaction_idx ON ticket_events (transaction_id)
      WHERE transaction_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS ticket_events_transaction_idx');
  }
}
