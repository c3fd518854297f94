import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks the customers that the history names, while others read and write; when it is cut short, it begins again. */
export class CheckCustomersInHistory1764600002362 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_events VALIDATE CONSTRAINT ticket_events_contact_fk');
  }

  async down(): Promise<void> {
    // A key that was checked need not be unchecked.
  }
}
