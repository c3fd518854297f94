import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What else than the status comes with a message: category, priority, assignee. What was written before is checked by the next
 * migration, while others write.
 */
export class SetWithMessages1764600002260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages ADD COLUMN sets jsonb');
    await runner.query(
      `ALTER TABLE messages ADD CONSTRAINT messages_sets_check CHECK (jsonb_typeof(sets) = 'object') NOT VALID`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages DROP COLUMN sets');
  }
}
