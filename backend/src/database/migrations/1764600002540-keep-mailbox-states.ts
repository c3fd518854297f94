import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How reading each mailbox goes: processes that read tell admins by it, who may ask another one. Earlier processes do not know it. */
export class KeepMailboxStates1764600002540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mailbox_states (
        name text NOT NULL,
        since timestamptz(3) NOT NULL DEFAULT now(),
        looked_at timestamptz(3),
        failure text,
        CONSTRAINT mailbox_states_pk PRIMARY KEY (name),
        CONSTRAINT mailbox_states_told_check CHECK (looked_at IS NOT NULL OR failure IS NOT NULL)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mailbox_states');
  }
}
