import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A closed ticket says when it was closed, which is not when it was resolved. History knows of those that are closed
 * already; of tickets that are older than their history, when they were done is all that is known.
 */
export class TellWhenClosed1764200003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets ADD COLUMN closed_at timestamptz(3)');
    // Nothing of this is a change of a ticket that its history would tell of.
    await runner.query('ALTER TABLE tickets DISABLE TRIGGER tickets_history_check');
    await runner.query(`
      UPDATE tickets SET closed_at = coalesce(told.at, closed.resolved_at)
      FROM tickets AS closed LEFT JOIN (
        SELECT ticket_id, max(occurred_at) AS at FROM ticket_events
        WHERE kind = 'changed' AND changes @> '[{"field": "status", "to": "closed"}]' GROUP BY ticket_id
      ) AS told ON told.ticket_id = closed.id
      WHERE tickets.id = closed.id AND tickets.status = 'closed'`);
    await runner.query('ALTER TABLE tickets ENABLE TRIGGER tickets_history_check');
    await runner.query(`
      ALTER TABLE tickets ADD CONSTRAINT tickets_closed_at_check CHECK ((status = 'closed') = (closed_at IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets DROP CONSTRAINT tickets_closed_at_check, DROP COLUMN closed_at');
  }
}
