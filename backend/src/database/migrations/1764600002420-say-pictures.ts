import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A text in Markdown may show pictures of its own attachments, `![words](attachment:ID)`. Who cannot see them reads the words, and
 * these alone are searched: the names of files are no words. No text before this shows any, so that nothing is indexed again.
 */
export class SayPictures1764600002420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      CREATE FUNCTION words_of_pictures(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT CASE WHEN strpos(said, '](attachment:') = 0 THEN said ELSE replace(
          regexp_replace(said, '!\[((?:[^][\\]|\\.)*)\]\(attachment:[0-9a-fA-F-]{36}\)', '[picture: \1]', 'g'),
          '[picture: ]', '[picture]') END
      $$`);
    await runner.query(messageWords('words_of_pictures(said)'));
    await runner.query(texts('words_of_pictures(m.text)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(messageWords('said'));
    await runner.query(texts('m.text'));
    await runner.query('DROP FUNCTION words_of_pictures');
  }
}

function messageWords(said: string): string {
  return `
    CREATE OR REPLACE FUNCTION search_message(said text, folded text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT setweight(search_document(${said}, left(folded, 20000)), 'C')
    $$`;
}

function texts(text: string): string {
  return `
    CREATE OR REPLACE FUNCTION search_texts(ticket bigint) RETURNS SETOF text LANGUAGE sql STABLE ROWS 10 AS $$
      SELECT search_people(ticket)
      UNION ALL SELECT ${text} FROM messages AS m WHERE m.ticket_id = ticket AND m.number > 1
      UNION ALL SELECT left(m.folded, 20000) FROM messages AS m WHERE m.ticket_id = ticket AND m.number > 1 AND m.folded <> ''
    $$`;
}
