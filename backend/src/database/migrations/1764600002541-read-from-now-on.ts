import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mailbox may be read from a moment on; null for all that lies there, as before. */
export class ReadFromNowOn1764600002541 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail_accounts ADD COLUMN reads_since timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail_accounts DROP COLUMN reads_since');
  }
}
