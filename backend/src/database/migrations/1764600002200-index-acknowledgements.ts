import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts how often an address was told of late that a mail has come, whatever the tag behind a plus sign in it. It is made while others
 * read and write: outside a transaction; when it is cut short, it begins again.
 */
export class IndexAcknowledgements1764600002200 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS outgoing_mails_acknowledged_idx');
    await runner.query(`
      CREATE INDEX CONCURRENTLY outgoing_mails_acknowledged_idx ON outgoing_mails
        (regexp_replace(lower(recipients -> 0 ->> 'address'), '\\+[^@]*@', '@'), created_at)
      WHERE kind = 'acknowledgement'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS outgoing_mails_acknowledged_idx');
  }
}
