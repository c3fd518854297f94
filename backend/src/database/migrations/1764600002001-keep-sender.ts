import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the desk sends mails, where an admin has set it: one row at most. */
export class KeepSender1764600002001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_senders (
        id smallint NOT NULL DEFAULT 1,
        host text NOT NULL,
        port integer NOT NULL,
        security text NOT NULL,
        username text,
        sealed_password text,
        from_name text NOT NULL,
        from_address text NOT NULL,
        addresses text[] NOT NULL DEFAULT '{}',
        plus_address boolean NOT NULL DEFAULT false,
        receipts boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT mail_senders_pk PRIMARY KEY (id),
        CONSTRAINT mail_senders_one_check CHECK (id = 1),
        CONSTRAINT mail_senders_port_check CHECK (port BETWEEN 1 AND 65535),
        CONSTRAINT mail_senders_security_check CHECK (security IN ('tls', 'starttls', 'none')),
        CONSTRAINT mail_senders_password_check CHECK ((username IS NULL) = (sealed_password IS NULL)),
        CONSTRAINT mail_senders_texts_check CHECK (
          char_length(host) BETWEEN 1 AND 253 AND char_length(username) BETWEEN 1 AND 320 AND char_length(from_name) <= 100
          AND char_length(from_address) BETWEEN 1 AND 254 AND cardinality(addresses) <= 20),
        CONSTRAINT mail_senders_version_check CHECK (version >= 1)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_senders');
  }
}
