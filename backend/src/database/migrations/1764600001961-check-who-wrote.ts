import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks at the contacts of all messages there are, while others read and write; when it is cut short, it begins again. */
export class CheckWhoWrote1764600001961 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages VALIDATE CONSTRAINT messages_author_contact_fk');
    await runner.query('ALTER TABLE message_recipients VALIDATE CONSTRAINT message_recipients_contact_fk');
  }

  /** There is nothing to take back. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
