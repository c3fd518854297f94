import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks at the kinds of all notifications there are, while others read and write; when it is cut short, it begins again. */
export class CheckKindsOfNotifications1764600002042 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notifications VALIDATE CONSTRAINT notifications_kind_check');
  }

  /** There is nothing to take back. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
