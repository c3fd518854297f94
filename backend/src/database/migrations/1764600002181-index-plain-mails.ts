import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds mails that belong to no ticket by their age, so that they can be forgotten. It is made while others read and write: outside a
 * transaction; when it is cut short, it begins again.
 */
export class IndexPlainMails1764600002181 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS outgoing_mails_plain_idx');
    await runner.query(
      'CREATE INDEX CONCURRENTLY outgoing_mails_plain_idx ON outgoing_mails (created_at) WHERE ticket_id IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS outgoing_mails_plain_idx');
  }
}
