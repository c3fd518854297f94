import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An erasure goes over mails some at a time, takes up where it was cut short, and tells how far it is. */
export class FollowErasures1764600002320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE erasures
        ADD COLUMN mails integer NOT NULL DEFAULT 0,
        ADD COLUMN mails_in_all integer,
        ADD COLUMN last_mail bigint NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE erasures DROP COLUMN mails, DROP COLUMN mails_in_all, DROP COLUMN last_mail');
  }
}
