import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How frequent the words of this desk are, which tells the rare ones that similar tickets are found by. Nothing that
 * writes tickets keeps these figures: a job counts now and then, in a sample where there are many (`word_census`, one row,
 * says when and how much of the desk). Words that were met once are left out. Where nobody has counted yet, every word
 * counts as rare.
 *
 * `similarity()` of pg_trgm compares texts letter by letter; there is no index of it, which would halve the rate of
 * creation (0005).
 */
export class CountWords1764400040001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public');
    await runner.query(`
      CREATE TABLE word_counts (
        lexeme text COLLATE "C" NOT NULL,
        tickets integer NOT NULL,
        CONSTRAINT word_counts_pk PRIMARY KEY (lexeme),
        CONSTRAINT word_counts_tickets_check CHECK (tickets >= 1)
      )`);
    await runner.query(`
      CREATE TABLE word_census (
        the_only boolean NOT NULL DEFAULT true,
        counted_at timestamptz(3) NOT NULL DEFAULT now(),
        tickets integer NOT NULL,
        share double precision NOT NULL,
        last_number bigint NOT NULL,
        CONSTRAINT word_census_pk PRIMARY KEY (the_only),
        CONSTRAINT word_census_the_only_check CHECK (the_only),
        CONSTRAINT word_census_share_check CHECK (share > 0 AND share <= 1)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE word_census, word_counts');
    await runner.query('DROP EXTENSION pg_trgm');
  }
}
