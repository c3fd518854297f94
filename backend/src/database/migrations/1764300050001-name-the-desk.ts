import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The id of the desk, made once and by chance. It is in the database, so that every process has the same, a managed
 * PostgreSQL need not tell of itself, and a restored backup is still this desk.
 */
export class NameTheDesk1764300050001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE desk (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        CONSTRAINT desk_pk PRIMARY KEY (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX desk_only_one_unique ON desk ((true))');
    await runner.query('INSERT INTO desk DEFAULT VALUES');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE desk');
  }
}
