import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds what somebody wrote, wherever it is. It is made while others read and write: outside a transaction; when it is cut short,
 * it begins again.
 */
export class IndexAuthors1764600002083 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS messages_author_idx');
    await runner.query(`
      CREATE INDEX CONCURRENTLY messages_author_idx ON messages (author_contact, ticket_id)
      WHERE author_contact IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS messages_author_idx');
  }
}
