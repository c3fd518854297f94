import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts how many acknowledgements went out of late, to whomever. It is made while others read and write: outside a transaction; when it
 * is cut short, it begins again.
 */
export class CountAcknowledgements1764600002401 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS outgoing_mails_acknowledged_lately_idx');
    await runner.query(`
      CREATE INDEX CONCURRENTLY outgoing_mails_acknowledged_lately_idx ON outgoing_mails (created_at)
      WHERE kind = 'acknowledgement'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS outgoing_mails_acknowledged_lately_idx');
  }
}
