import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events say in which transaction they were written, so that who reads on from a snapshot of the database misses none that
 * is committed late. Old events say nothing, and no row is written anew. As a bigint, which TypeORM knows: it is an xid8.
 */
export class NoteTransactions1764600001150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_events ADD COLUMN transaction_id bigint');
    await runner.query(
      'ALTER TABLE ticket_events ALTER COLUMN transaction_id SET DEFAULT pg_current_xact_id()::text::bigint',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_events DROP COLUMN transaction_id');
  }
}
