import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a ticket open may be writing to it. The table holds the last seconds only, so the rule is checked at once. */
export class TellWhoWrites1764600002280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, `'looking', 'writing', 'changing'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM presence WHERE activity = 'writing'`);
    await allow(runner, `'looking', 'changing'`);
  }
}

async function allow(runner: QueryRunner, activities: string): Promise<void> {
  await runner.query(`
    ALTER TABLE presence DROP CONSTRAINT presence_activity_check,
      ADD CONSTRAINT presence_activity_check CHECK (activity IN (${activities}))`);
}
