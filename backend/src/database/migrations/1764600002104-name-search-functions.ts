import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `search_document` is part of indexes. Whoever makes or analyzes those (autovacuum, a restored backup) looks for functions in no
 * schema by itself, so it says where those are that it calls. What it gives is what it gave.
 */
export class NameSearchFunctions1764600002104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(documentWith('public.'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(documentWith(''));
  }
}

function documentWith(schema: string): string {
  return `
  CREATE OR REPLACE FUNCTION search_document(title text, description text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
  DECLARE
    heading text := ${schema}search_fold(title);
    body text := ${schema}search_fold(description);
    words tsvector := ${schema}search_lexemes(${schema}search_words(heading))
      || ${schema}search_lexemes(${schema}search_words(body));
  BEGIN
    RETURN words || array_to_tsvector(${schema}search_symbols(heading || body)
      || ${schema}search_pairs(heading || ' ' || body) || ${schema}search_parts(words));
  END $$`;
}
