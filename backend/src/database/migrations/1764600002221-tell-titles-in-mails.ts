import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the words of a mail that waits tell the title of its ticket: they have to go when that is removed. */
export class TellTitlesInMails1764600002221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_mails ADD COLUMN tells_title boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_mails DROP COLUMN tells_title');
  }
}
