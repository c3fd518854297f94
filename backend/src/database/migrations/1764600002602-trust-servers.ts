import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A mailbox says which servers in front of it are believed: whose `Authentication-Results`, and which addresses pass its mails on; and
 * a mail says whether it was its mailbox's server that told who it is from. Processes of the version before believe nobody and tell nothing.
 */
export class TrustServers1764600002602 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mail_accounts ADD COLUMN authserv_id text, ADD COLUMN relays text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT mail_accounts_trust_check CHECK (char_length(authserv_id) BETWEEN 1 AND 253
          AND cardinality(relays) <= 50 AND array_position(relays, NULL) IS NULL)`);
    await runner.query('ALTER TABLE mails ADD COLUMN proven_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mails DROP COLUMN proven_by');
    await runner.query('ALTER TABLE mail_accounts DROP COLUMN relays, DROP COLUMN authserv_id');
  }
}
