import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each call of an LLM is a row: what was sent, what came back, what it took and cost. Texts go after a while, and with the
 * tickets that they are of, examples among them; figures stay.
 */
export class KeepLlmCalls1764500000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE llm_calls (
        id uuid NOT NULL DEFAULT uuidv7(),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        model text NOT NULL,
        suggestion_id uuid,
        ticket_ids bigint[] NOT NULL DEFAULT '{}',
        sent json,
        answer text,
        failure text,
        prompt_tokens integer,
        completion_tokens integer,
        cost numeric(14, 8),
        ended_at timestamptz(3),
        CONSTRAINT llm_calls_pk PRIMARY KEY (id),
        CONSTRAINT llm_calls_suggestion_fk FOREIGN KEY (suggestion_id) REFERENCES suggestions (id) ON DELETE SET NULL,
        CONSTRAINT llm_calls_tokens_check
          CHECK (num_nulls(prompt_tokens, completion_tokens) IN (0, 2) AND prompt_tokens >= 0 AND completion_tokens >= 0),
        CONSTRAINT llm_calls_cost_check CHECK (cost IS NULL OR cost >= 0 AND prompt_tokens IS NOT NULL),
        CONSTRAINT llm_calls_end_check
          CHECK (ended_at IS NOT NULL OR num_nonnulls(answer, failure, prompt_tokens, cost) = 0)
      )`);
    await runner.query('CREATE INDEX llm_calls_created_at_idx ON llm_calls (created_at)');
    await runner.query(
      'CREATE INDEX llm_calls_suggestion_idx ON llm_calls (suggestion_id) WHERE suggestion_id IS NOT NULL',
    );
    await runner.query('CREATE INDEX llm_calls_texts_idx ON llm_calls (created_at) WHERE sent IS NOT NULL');
    await runner.query(`CREATE INDEX llm_calls_tickets_idx ON llm_calls USING gin (ticket_ids) WHERE sent IS NOT NULL`);
    await runner.query(`
      CREATE FUNCTION forget_sent_texts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE llm_calls SET sent = NULL, answer = NULL, ticket_ids = '{}'
        WHERE sent IS NOT NULL AND ticket_ids @> ARRAY[OLD.id];
        UPDATE llm_calls SET sent = NULL, answer = NULL, ticket_ids = '{}'
        WHERE sent IS NOT NULL AND suggestion_id IN (SELECT id FROM suggestions WHERE ticket_id = OLD.id);
        RETURN OLD;
      END $$`);
    await runner.query(
      'CREATE TRIGGER tickets_forget_sent_texts BEFORE DELETE ON tickets FOR EACH ROW EXECUTE FUNCTION forget_sent_texts()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tickets_forget_sent_texts ON tickets');
    await runner.query('DROP FUNCTION forget_sent_texts()');
    await runner.query('DROP TABLE llm_calls');
  }
}
