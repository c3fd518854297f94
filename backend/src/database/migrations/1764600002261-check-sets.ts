import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks at what comes with all messages there are, while others read and write; when it is cut short, it begins again. */
export class CheckSets1764600002261 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages VALIDATE CONSTRAINT messages_sets_check');
  }

  /** There is nothing to take back. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
