import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Replays: confirmed tickets judged again by two of those who could suggest (`replays`), and what each said of each of them
 * (`replay_tickets`). The newest fifty are kept; nothing of the words of a ticket is in them, and they go with it.
 */
export class KeepReplays1764600000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE replays (
        id uuid NOT NULL DEFAULT uuidv7(),
        state text NOT NULL DEFAULT 'queued',
        open boolean NOT NULL DEFAULT true,
        plan jsonb NOT NULL,
        requested_by bigint,
        via text NOT NULL,
        token_id uuid,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        finished_at timestamptz(3),
        attempts integer NOT NULL DEFAULT 0,
        answered integer NOT NULL DEFAULT 0,
        questions integer NOT NULL DEFAULT 0,
        failure text,
        result jsonb,
        CONSTRAINT replays_pk PRIMARY KEY (id),
        CONSTRAINT replays_requested_by_fk FOREIGN KEY (requested_by) REFERENCES users (id),
        CONSTRAINT replays_token_fk FOREIGN KEY (token_id) REFERENCES api_tokens (id),
        CONSTRAINT replays_state_check CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
        CONSTRAINT replays_via_check CHECK (is_via(via)),
        CONSTRAINT replays_open_check CHECK (open = (state IN ('queued', 'running')) AND open = (finished_at IS NULL)),
        CONSTRAINT replays_result_check CHECK ((state = 'done') = (result IS NOT NULL)),
        CONSTRAINT replays_failure_check CHECK ((state = 'failed') = (failure IS NOT NULL)),
        CONSTRAINT replays_counts_check CHECK (answered >= 0 AND answered <= questions AND attempts >= 0)
      )`);
    await runner.query('CREATE UNIQUE INDEX replays_open_unique ON replays (open) WHERE open');
    await runner.query('CREATE INDEX replays_created_at_idx ON replays (created_at, id)');
    await runner.query(`
      CREATE TABLE replay_tickets (
        replay_id uuid NOT NULL,
        ticket_id bigint NOT NULL,
        category text NOT NULL,
        priority text NOT NULL,
        baseline jsonb,
        candidate jsonb,
        CONSTRAINT replay_tickets_pk PRIMARY KEY (replay_id, ticket_id),
        CONSTRAINT replay_tickets_replay_fk FOREIGN KEY (replay_id) REFERENCES replays (id) ON DELETE CASCADE,
        CONSTRAINT replay_tickets_ticket_fk FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
        CONSTRAINT replay_tickets_category_fk FOREIGN KEY (category) REFERENCES categories (key),
        CONSTRAINT replay_tickets_priority_check CHECK (priority IN ('low', 'medium', 'high', 'critical'))
      )`);
    await runner.query('CREATE INDEX replay_tickets_ticket_idx ON replay_tickets (ticket_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE replay_tickets, replays');
  }
}
