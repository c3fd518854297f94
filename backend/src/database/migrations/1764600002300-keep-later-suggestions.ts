import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the desk suggests of a sorted ticket when its customer writes again: the values alone, beside those that the ticket had,
 * and what became of it. At most one of a ticket waits for somebody to decide.
 */
export class KeepLaterSuggestions1764600002300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE later_suggestions (
        id uuid NOT NULL DEFAULT uuidv7(),
        ticket_id bigint NOT NULL,
        number integer NOT NULL,
        category text,
        priority text,
        category_confidence double precision,
        priority_confidence double precision,
        had_category text NOT NULL,
        had_priority text NOT NULL,
        source text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        decision text,
        decided_at timestamptz(3),
        decided_by bigint,
        CONSTRAINT later_suggestions_pk PRIMARY KEY (id),
        CONSTRAINT later_suggestions_ticket_fk FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
        CONSTRAINT later_suggestions_category_fk FOREIGN KEY (category) REFERENCES categories (key),
        CONSTRAINT later_suggestions_decided_by_fk FOREIGN KEY (decided_by) REFERENCES users (id),
        CONSTRAINT later_suggestions_number_check CHECK (number > 1),
        CONSTRAINT later_suggestions_value_check CHECK (num_nonnulls(category, priority) > 0),
        CONSTRAINT later_suggestions_priority_check CHECK (priority IN ('low', 'medium', 'high', 'critical')),
        CONSTRAINT later_suggestions_confidence_check CHECK (
          category_confidence BETWEEN 0 AND 1 AND priority_confidence BETWEEN 0 AND 1),
        CONSTRAINT later_suggestions_source_check CHECK (source ~ '^[a-z][a-z_]{0,49}$'),
        CONSTRAINT later_suggestions_decision_check CHECK (
          decision IN ('taken', 'left', 'overtaken') AND (decision IS NULL) = (decided_at IS NULL)
          AND (decided_by IS NULL OR decided_at IS NOT NULL))
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX later_suggestions_open_idx ON later_suggestions (ticket_id) WHERE decided_at IS NULL',
    );
    await runner.query('CREATE INDEX later_suggestions_ticket_idx ON later_suggestions (ticket_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE later_suggestions');
  }
}
