import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Organisations are found by words of their names, and listed newest first, without reading them all. The indexes are made while others
 * read and write: outside a transaction; when it is cut short, it begins again.
 */
export class SearchOrganisations1764600002360 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS organisations_search_idx');
    await runner.query(
      `CREATE INDEX CONCURRENTLY organisations_search_idx ON organisations USING gin (search_document(name, ''))`,
    );
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS organisations_newest_idx');
    await runner.query('CREATE INDEX CONCURRENTLY organisations_newest_idx ON organisations (created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS organisations_newest_idx');
    await runner.query('DROP INDEX IF EXISTS organisations_search_idx');
  }
}
