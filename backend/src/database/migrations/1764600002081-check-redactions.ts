import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks at the kinds of all events there are, while others read and write; when it is cut short, it begins again. */
export class CheckRedactions1764600002081 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_events VALIDATE CONSTRAINT ticket_events_kind_check');
  }

  /** There is nothing to take back. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
