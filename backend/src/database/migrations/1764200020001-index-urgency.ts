import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIVE = 'deleted_at IS NULL';

/**
 * The most urgent first: what is unresolved stands by its priority in an index of its own, which stays small, and the
 * tickets of a person, or of nobody, stand by status and priority.
 */
export class IndexUrgency1764200020001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX tickets_unresolved_urgent_idx ON tickets (priority, created_at, id)
      WHERE resolved_at IS NULL AND ${LIVE}`);
    await runner.query('DROP INDEX tickets_assignee_newest_idx');
    await runner.query(`
      CREATE INDEX tickets_assignee_newest_idx ON tickets (coalesce(assignee, 0), status, priority, created_at, id)
      INCLUDE (assignee, category) WHERE ${LIVE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX tickets_assignee_newest_idx');
    await runner.query(`
      CREATE INDEX tickets_assignee_newest_idx ON tickets (coalesce(assignee, 0), status, created_at, id)
      INCLUDE (assignee, category, priority) WHERE ${LIVE}`);
    await runner.query('DROP INDEX tickets_unresolved_urgent_idx');
  }
}
