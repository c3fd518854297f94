import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Anybody may suggest, and any source may fail: the ledger keeps who was asked beside whose values came of it. They differ
 * when another stood in for one that failed, and only then there is a reason. Several may suggest for one text: a shadow
 * names the suggestion that was shown instead of it, and carries neither ticket nor choice, so `suggestions_ticket_unique`
 * holds among those that were shown.
 */
export class OpenSuggestionSources1764100003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE suggestions RENAME COLUMN prompt_version TO version');
    // So far an LLM was asked every time.
    await runner.query(`
      ALTER TABLE suggestions
        ADD COLUMN asked text NOT NULL DEFAULT 'llm',
        ADD COLUMN shadow_of uuid`);
    await runner.query(`
      ALTER TABLE suggestions
        ALTER COLUMN asked DROP DEFAULT,
        DROP CONSTRAINT suggestions_source_check,
        DROP CONSTRAINT suggestions_failure_check,
        ADD CONSTRAINT suggestions_source_check
          CHECK (source ~ '^[a-z][a-z_]{0,49}$' AND asked ~ '^[a-z][a-z_]{0,49}$'),
        ADD CONSTRAINT suggestions_failure_check CHECK ((source <> asked) = (failure_reason IS NOT NULL)),
        ADD CONSTRAINT suggestions_shadow_fk FOREIGN KEY (shadow_of) REFERENCES suggestions (id) ON DELETE CASCADE,
        ADD CONSTRAINT suggestions_shadow_check
          CHECK (shadow_of IS NULL OR (shadow_of <> id AND ticket_id IS NULL AND chosen_at IS NULL))`);
    await runner.query('CREATE INDEX suggestions_shadow_idx ON suggestions (shadow_of) WHERE shadow_of IS NOT NULL');
  }

  /** What the table before has no word for gets the nearest one: who judged is an LLM, who filled in lacked a key. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM suggestions WHERE shadow_of IS NOT NULL');
    await runner.query(`
      ALTER TABLE suggestions
        DROP CONSTRAINT suggestions_source_check,
        DROP CONSTRAINT suggestions_failure_check,
        DROP COLUMN shadow_of`);
    await runner.query(`
      UPDATE suggestions SET failure_reason = 'no_api_key' WHERE source = 'default' AND failure_reason IS NULL`);
    await runner.query(`
      UPDATE suggestions SET source = CASE WHEN failure_reason IS NULL THEN 'llm' ELSE 'default' END
      WHERE source NOT IN ('llm', 'default') OR (source = 'default') <> (failure_reason IS NOT NULL)`);
    await runner.query(`
      ALTER TABLE suggestions
        DROP COLUMN asked,
        ADD CONSTRAINT suggestions_source_check CHECK (source IN ('llm', 'default')),
        ADD CONSTRAINT suggestions_failure_check CHECK ((source = 'default') = (failure_reason IS NOT NULL))`);
    await runner.query('ALTER TABLE suggestions RENAME COLUMN version TO prompt_version');
  }
}
