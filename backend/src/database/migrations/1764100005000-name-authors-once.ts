import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['ticket_events', 'bulk_runs', 'audit_events'];

/** By what a change can come is said once, in `is_via`; the constraints of the tables that keep authors ask it. */
export class NameAuthorsOnce1764100005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION is_via(word text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT word IN ('web', 'token', 'system')
      $$`);
    await this.check(runner, 'is_via(via)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.check(runner, `via IN ('web', 'token', 'system')`);
    await runner.query('DROP FUNCTION is_via');
  }

  private async check(runner: QueryRunner, condition: string): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE ${table} DROP CONSTRAINT ${table}_via_check,
          ADD CONSTRAINT ${table}_via_check CHECK (${condition})`);
    }
  }
}
