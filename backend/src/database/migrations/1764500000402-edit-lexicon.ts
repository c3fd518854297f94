import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a desk changed of the words that are shipped with it: one row, of which each change makes another version. */
export class EditLexicon1764500000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lexicon (
        id smallint NOT NULL,
        changes jsonb NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz(3),
        updated_by bigint,
        CONSTRAINT lexicon_pk PRIMARY KEY (id),
        CONSTRAINT lexicon_one_check CHECK (id = 1),
        CONSTRAINT lexicon_version_check CHECK (version >= 1),
        CONSTRAINT lexicon_updated_by_fk FOREIGN KEY (updated_by) REFERENCES users (id)
      )`);
    await runner.query(
      `INSERT INTO lexicon (id, changes, version) VALUES (1, '{"terms": [], "off": [], "urgency": []}', 1)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lexicon');
  }
}
