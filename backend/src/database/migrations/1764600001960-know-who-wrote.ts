import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who wrote a message, and whom it went to, is a contact that is there. What was written before is checked by the next
 * migration, while others write.
 */
export class KnowWhoWrote1764600001960 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE messages
        ADD CONSTRAINT messages_author_contact_fk FOREIGN KEY (author_contact) REFERENCES contacts (id) NOT VALID`);
    await runner.query(`
      ALTER TABLE message_recipients
        ADD CONSTRAINT message_recipients_contact_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) NOT VALID`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message_recipients DROP CONSTRAINT message_recipients_contact_fk');
    await runner.query('ALTER TABLE messages DROP CONSTRAINT messages_author_contact_fk');
  }
}
