import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the ticket is to get with a message that is begun. Processes of the version before leave it as it is. */
export class SetWithDrafts1764600002341 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE drafts ADD COLUMN sets jsonb NOT NULL DEFAULT '{}',
        ADD CONSTRAINT drafts_sets_check CHECK (jsonb_typeof(sets) = 'object')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE drafts DROP COLUMN sets');
  }
}
