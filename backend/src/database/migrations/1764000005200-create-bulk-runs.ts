import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Changes of many tickets. A run takes down its tickets in batches when it is asked for, and counts the batches that are
 * done in the same transaction as it does them, so that any worker can go on where another one stopped.
 */
export class CreateBulkRuns1764000005200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulk_runs (
        id uuid NOT NULL DEFAULT uuidv7(),
        kind text NOT NULL,
        state text NOT NULL DEFAULT 'queued',
        action jsonb NOT NULL,
        requested_by bigint,
        via text NOT NULL,
        token_id uuid,
        undo_of uuid,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        finished_at timestamptz(3),
        batches_done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        changed integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0,
        CONSTRAINT bulk_runs_pk PRIMARY KEY (id),
        CONSTRAINT bulk_runs_requested_by_fk FOREIGN KEY (requested_by) REFERENCES users (id),
        CONSTRAINT bulk_runs_token_fk FOREIGN KEY (token_id) REFERENCES api_tokens (id),
        CONSTRAINT bulk_runs_undo_of_fk FOREIGN KEY (undo_of) REFERENCES bulk_runs (id),
        CONSTRAINT bulk_runs_kind_check CHECK (kind IN ('change', 'delete', 'undo', 'merge')),
        CONSTRAINT bulk_runs_state_check CHECK (state IN ('queued', 'running', 'done', 'failed')),
        CONSTRAINT bulk_runs_via_check CHECK (via IN ('web', 'token', 'system')),
        CONSTRAINT bulk_runs_undo_check CHECK ((kind = 'undo') = (undo_of IS NOT NULL)),
        CONSTRAINT bulk_runs_finished_check CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL)),
        CONSTRAINT bulk_runs_counts_check
          CHECK (changed >= 0 AND unchanged >= 0 AND failed >= 0 AND changed + unchanged + failed <= total)
      )`);
    await runner.query(`CREATE UNIQUE INDEX bulk_runs_undo_of_unique ON bulk_runs (undo_of) WHERE state <> 'failed'`);
    await runner.query('CREATE INDEX bulk_runs_created_at_idx ON bulk_runs (created_at, id)');
    await runner.query(`
      CREATE TABLE bulk_run_batches (
        run_id uuid NOT NULL,
        number integer NOT NULL,
        ticket_ids bigint[] NOT NULL,
        CONSTRAINT bulk_run_batches_pk PRIMARY KEY (run_id, number),
        CONSTRAINT bulk_run_batches_run_fk FOREIGN KEY (run_id) REFERENCES bulk_runs (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE bulk_run_failures (
        run_id uuid NOT NULL,
        ticket_id bigint NOT NULL,
        reason text NOT NULL,
        CONSTRAINT bulk_run_failures_pk PRIMARY KEY (run_id, ticket_id),
        CONSTRAINT bulk_run_failures_run_fk FOREIGN KEY (run_id) REFERENCES bulk_runs (id) ON DELETE CASCADE,
        CONSTRAINT bulk_run_failures_reason_check CHECK (reason ~ '^[a-z][a-z_]{0,49}$')
      )`);
    await runner.query(`
      ALTER TABLE ticket_events
        ADD CONSTRAINT ticket_events_bulk_run_fk FOREIGN KEY (bulk_run_id) REFERENCES bulk_runs (id)`);
    await runner.query(`
      CREATE INDEX ticket_events_bulk_run_idx ON ticket_events (bulk_run_id, ticket_id)
      WHERE bulk_run_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket_events_bulk_run_idx');
    await runner.query('ALTER TABLE ticket_events DROP CONSTRAINT ticket_events_bulk_run_fk');
    await runner.query('DROP TABLE bulk_run_failures, bulk_run_batches, bulk_runs');
  }
}
