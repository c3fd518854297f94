import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More of how the desk suggests is set by admins; as ever, null is what the environment says or what is shipped. */
export class SetSuggestions1764500000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE desk_settings
        ADD COLUMN category_threshold double precision,
        ADD COLUMN priority_threshold double precision,
        ADD COLUMN masking boolean,
        ADD COLUMN mask_patterns jsonb,
        ADD COLUMN examples boolean,
        ADD COLUMN daily_budget numeric(12, 2),
        ADD COLUMN prices jsonb,
        ADD CONSTRAINT desk_settings_category_threshold_check CHECK (category_threshold BETWEEN 0 AND 1),
        ADD CONSTRAINT desk_settings_priority_threshold_check CHECK (priority_threshold BETWEEN 0 AND 1),
        ADD CONSTRAINT desk_settings_mask_patterns_check
          CHECK (jsonb_typeof(mask_patterns) = 'array' AND jsonb_array_length(mask_patterns) <= 20),
        ADD CONSTRAINT desk_settings_daily_budget_check CHECK (daily_budget BETWEEN 0 AND 1000000),
        ADD CONSTRAINT desk_settings_prices_check CHECK (jsonb_typeof(prices) = 'object')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE desk_settings
        DROP COLUMN category_threshold,
        DROP COLUMN priority_threshold,
        DROP COLUMN masking,
        DROP COLUMN mask_patterns,
        DROP COLUMN examples,
        DROP COLUMN daily_budget,
        DROP COLUMN prices`);
  }
}
