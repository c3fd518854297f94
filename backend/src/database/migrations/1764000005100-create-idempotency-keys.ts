import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which ticket each Idempotency-Key of a user stands for, and a hash of the request that it was first sent with. */
export class CreateIdempotencyKeys1764000005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        user_id bigint NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        ticket_id bigint,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_keys_pk PRIMARY KEY (user_id, key),
        CONSTRAINT idempotency_keys_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
        CONSTRAINT idempotency_keys_key_check CHECK (key ~ '^[\\x20-\\x7e]{1,255}$'),
        CONSTRAINT idempotency_keys_request_hash_check CHECK (request_hash ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query('CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys');
  }
}
