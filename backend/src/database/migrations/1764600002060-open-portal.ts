import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Customers have a page of their own: links by which they sign in, once each; their sessions, which hold as long as somebody has
 * the address; and which of them uploaded a file that waits for its message. What they do comes by the portal.
 */
export class OpenPortal1764600002060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(isVia(`'web', 'token', 'system', 'portal'`));
    await runner.query(`
      CREATE TABLE portal_links (
        token_hash text NOT NULL,
        address text NOT NULL,
        name text NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT portal_links_pk PRIMARY KEY (token_hash),
        CONSTRAINT portal_links_token_hash_check CHECK (token_hash ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query('CREATE INDEX portal_links_expires_at_idx ON portal_links (expires_at)');
    await runner.query(`
      CREATE TABLE portal_sessions (
        id uuid NOT NULL DEFAULT uuidv7(),
        token_hash text NOT NULL,
        address text NOT NULL,
        address_key text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT portal_sessions_pk PRIMARY KEY (id),
        CONSTRAINT portal_sessions_token_hash_unique UNIQUE (token_hash),
        CONSTRAINT portal_sessions_token_hash_check CHECK (token_hash ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(`
      CREATE TABLE portal_uploads (
        attachment_id uuid NOT NULL,
        contact_id bigint NOT NULL,
        CONSTRAINT portal_uploads_pk PRIMARY KEY (attachment_id),
        CONSTRAINT portal_uploads_attachment_fk FOREIGN KEY (attachment_id) REFERENCES attachments (id) ON DELETE CASCADE,
        CONSTRAINT portal_uploads_contact_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX portal_uploads_contact_idx ON portal_uploads (contact_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE portal_uploads');
    await runner.query('DROP TABLE portal_sessions');
    await runner.query('DROP TABLE portal_links');
    await runner.query(isVia(`'web', 'token', 'system'`));
  }
}

function isVia(words: string): string {
  return `
      CREATE OR REPLACE FUNCTION is_via(word text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT word IN (${words})
      $$`;
}
