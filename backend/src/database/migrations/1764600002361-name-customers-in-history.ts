import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history knows which customer did something: on the portal, or by a mail. Of what is older, and of what replicas of the version before
 * write, only the messages tell. The key is checked by the next migration, while others read and write.
 */
export class NameCustomersInHistory1764600002361 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ticket_events
        ADD COLUMN contact_id bigint,
        ADD CONSTRAINT ticket_events_contact_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) NOT VALID`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_events DROP COLUMN contact_id');
  }
}
