import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds what was written to somebody, wherever it is. Made while others read and write: outside a transaction; when it is cut short, it
 * begins again.
 */
export class IndexRecipients1764600002440 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS message_recipients_contact_idx');
    await runner.query(`
      CREATE INDEX CONCURRENTLY message_recipients_contact_idx ON message_recipients (contact_id)
      WHERE contact_id IS NOT NULL`);
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS message_recipients_address_idx');
    await runner.query(
      'CREATE INDEX CONCURRENTLY message_recipients_address_idx ON message_recipients (lower(address))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS message_recipients_address_idx');
    await runner.query('DROP INDEX IF EXISTS message_recipients_contact_idx');
  }
}
