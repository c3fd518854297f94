import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row for each answer of the classifier; the choice of the person is stored beside it, never over it. */
export class CreateSuggestions1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE suggestions (
        id uuid NOT NULL DEFAULT uuidv7(),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        input_hash text NOT NULL,
        suggested_category text NOT NULL,
        suggested_priority text NOT NULL,
        category_confidence double precision,
        priority_confidence double precision,
        source text NOT NULL,
        model text,
        prompt_version text,
        latency_ms integer NOT NULL,
        failure_reason text,
        ticket_id bigint,
        chosen_category text,
        chosen_priority text,
        chosen_at timestamptz(3),
        CONSTRAINT suggestions_pk PRIMARY KEY (id),
        CONSTRAINT suggestions_ticket_unique UNIQUE (ticket_id),
        CONSTRAINT suggestions_ticket_fk FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE SET NULL,
        CONSTRAINT suggestions_suggested_category_fk FOREIGN KEY (suggested_category) REFERENCES categories (key),
        CONSTRAINT suggestions_chosen_category_fk FOREIGN KEY (chosen_category) REFERENCES categories (key),
        CONSTRAINT suggestions_input_hash_check CHECK (input_hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT suggestions_suggested_priority_check
          CHECK (suggested_priority IN ('low', 'medium', 'high', 'critical')),
        CONSTRAINT suggestions_chosen_priority_check CHECK (chosen_priority IN ('low', 'medium', 'high', 'critical')),
        CONSTRAINT suggestions_confidence_check
          CHECK (category_confidence BETWEEN 0 AND 1 AND priority_confidence BETWEEN 0 AND 1),
        CONSTRAINT suggestions_source_check CHECK (source IN ('llm', 'default')),
        CONSTRAINT suggestions_failure_check CHECK ((source = 'default') = (failure_reason IS NOT NULL)),
        CONSTRAINT suggestions_latency_check CHECK (latency_ms >= 0),
        CONSTRAINT suggestions_choice_check
          CHECK (num_nulls(chosen_category, chosen_priority, chosen_at) IN (0, 3) AND (ticket_id IS NULL OR chosen_at IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX suggestions_created_at_idx ON suggestions (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE suggestions');
  }
}
