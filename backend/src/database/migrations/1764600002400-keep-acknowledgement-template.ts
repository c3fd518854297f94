import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What acknowledgements say is a template, too. */
export class KeepAcknowledgementTemplate1764600002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO mail_templates (kind) VALUES ('acknowledgement') ON CONFLICT DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM mail_templates WHERE kind = 'acknowledgement'`);
  }
}
