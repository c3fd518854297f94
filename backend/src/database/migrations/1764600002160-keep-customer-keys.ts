import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each Idempotency-Key of a customer stands for, as `idempotency_keys` has it of those of users. */
export class KeepCustomerKeys1764600002160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE customer_idempotency_keys (
        contact_id bigint NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        ticket_id bigint,
        message_number integer,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT customer_idempotency_keys_pk PRIMARY KEY (contact_id, key),
        CONSTRAINT customer_idempotency_keys_contact_fk FOREIGN KEY (contact_id) REFERENCES contacts (id) ON DELETE CASCADE,
        CONSTRAINT customer_idempotency_keys_key_check CHECK (key ~ '^[\\x20-\\x7e]{1,255}$'),
        CONSTRAINT customer_idempotency_keys_request_hash_check CHECK (request_hash ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(
      'CREATE INDEX customer_idempotency_keys_created_at_idx ON customer_idempotency_keys (created_at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE customer_idempotency_keys');
  }
}
