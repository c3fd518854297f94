import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft may say that it goes to nobody (none), or nothing of whom it goes to (null), as all did that named nobody. */
export class DraftToNobody1764600002121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE drafts ALTER COLUMN recipients DROP NOT NULL');
    await runner.query(`UPDATE drafts SET recipients = NULL WHERE recipients = '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE drafts SET recipients = '[]' WHERE recipients IS NULL`);
    await runner.query('ALTER TABLE drafts ALTER COLUMN recipients SET NOT NULL');
  }
}
