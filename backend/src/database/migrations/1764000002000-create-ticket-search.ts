import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The text index. It lives in a table of its own, so that a change of status or priority does not rewrite it, and a
 * trigger keeps it, so that no writer can forget it.
 *
 * - `search_fold` makes texts comparable: without case, accents, compatibility forms and runs of white space.
 * - `search_words` leaves letters and digits, so that PostgreSQL's parser sees words and never guesses at an address,
 *   a path or a sign; `search_symbols` keeps each other character once, so that `%` or `c++` can be found as well.
 * - `search_document` is what is indexed, `search_query` what is asked: a word or phrase, open-ended while it is typed.
 */
export class CreateTicketSearch1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public');
    await createFirstSearchFunctions(runner);
    await runner.query(`
      CREATE TABLE ticket_search (
        ticket_id bigint NOT NULL,
        document tsvector NOT NULL,
        CONSTRAINT ticket_search_pk PRIMARY KEY (ticket_id),
        CONSTRAINT ticket_search_ticket_fk FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ticket_search_document_idx ON ticket_search USING gin (document)');
    await runner.query(`
      CREATE FUNCTION index_ticket_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO ticket_search (ticket_id, document) VALUES (NEW.id, search_document(NEW.title, NEW.description))
        ON CONFLICT (ticket_id) DO UPDATE SET document = excluded.document;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tickets_index_text AFTER INSERT OR UPDATE OF title, description ON tickets
      FOR EACH ROW EXECUTE FUNCTION index_ticket_text()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tickets_index_text ON tickets');
    await runner.query('DROP FUNCTION index_ticket_text');
    await runner.query('DROP TABLE ticket_search');
    await runner.query('DROP FUNCTION search_query, search_document, search_symbols, search_words, search_fold');
  }
}

/** The functions as they were at first; a later migration replaces them. */
export async function createFirstSearchFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION search_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT btrim(regexp_replace(
        lower(public.unaccent('public.unaccent', normalize(value, NFKC)) COLLATE "pg_c_utf8"), '\\s+', ' ', 'g'))
    $$`);
  await runner.query(`
    CREATE OR REPLACE FUNCTION search_words(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT regexp_replace(folded COLLATE "pg_c_utf8", '[^[:alnum:]]+', ' ', 'g')
    $$`);
  await runner.query(`
    CREATE OR REPLACE FUNCTION search_symbols(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT array_remove(string_to_array(
        regexp_replace(folded COLLATE "pg_c_utf8", '[[:alnum:][:space:]]+', '', 'g'), NULL), '')
    $$`);
  await runner.query(`
    CREATE OR REPLACE FUNCTION search_document(title text, description text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT to_tsvector('simple', search_words(folded.title))
          || to_tsvector('simple', search_words(folded.description))
          || array_to_tsvector(search_symbols(folded.title || folded.description))
      FROM (SELECT search_fold(title) AS title, search_fold(description) AS description) AS folded
    $$`);
  await runner.query(`
    CREATE OR REPLACE FUNCTION search_query(term text, finished boolean) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT coalesce(words && symbols, words, symbols)
      FROM (
        SELECT
          (SELECT nullif(phrase, '')::text || CASE WHEN finished THEN '' ELSE ':*' END
           FROM phraseto_tsquery('simple', search_words(folded)) AS phrase)::tsquery AS words,
          (SELECT string_agg('''' || replace(replace(symbol, '\\', '\\\\'), '''', '''''') || '''', ' & ')
           FROM unnest(search_symbols(folded)) AS symbol)::tsquery AS symbols
        FROM search_fold(term) AS folded
      ) AS parts
    $$`);
}
