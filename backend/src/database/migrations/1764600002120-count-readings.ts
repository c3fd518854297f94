import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Knows of each mail how often its reading was begun and not ended, by whatever ended the process that read it. */
export class CountReadings1764600002120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mails ADD COLUMN readings smallint NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mails DROP COLUMN readings');
  }
}
