import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has which ticket open, for as long as they keep saying so. Unlogged: after a crash those who are there say it again
 * within seconds. Signing out takes the places of the session along.
 */
export class TellPresence1764600001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE presence (
        user_id bigint NOT NULL,
        place uuid NOT NULL,
        session_id uuid,
        ticket_id bigint NOT NULL,
        activity text NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT presence_pk PRIMARY KEY (user_id, place),
        CONSTRAINT presence_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT presence_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
        CONSTRAINT presence_activity_check CHECK (activity IN ('looking', 'changing'))
      )`);
    await runner.query('CREATE INDEX presence_session_idx ON presence (session_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE presence');
  }
}
