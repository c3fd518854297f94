import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mailboxes and the sender sign in by tokens, where an admin has said which client asks for them, and where. */
export class SignInByOAuth1764600002180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['mail_accounts', 'mail_senders']) {
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN oauth jsonb,
          ADD CONSTRAINT ${table}_oauth_check CHECK (oauth IS NULL OR coalesce(oauth ->> 'clientId', '') <> ''
            AND coalesce(oauth ->> 'tokenUrl', '') ~ '^https?://' AND oauth ->> 'scope' IS NOT NULL)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    // Their secrets are no passwords.
    await runner.query('DELETE FROM mail_accounts WHERE oauth IS NOT NULL');
    await runner.query('DELETE FROM mail_senders WHERE oauth IS NOT NULL');
    for (const table of ['mail_accounts', 'mail_senders']) await runner.query(`ALTER TABLE ${table} DROP COLUMN oauth`);
  }
}
