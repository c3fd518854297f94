import type { MigrationInterface, QueryRunner } from 'typeorm';

const WORD = String.raw`[^][\\]|\\.`;
const TITLE = String.raw`"[^"]{0,200}"|''[^'']{0,200}''|\([^()]{0,200}\)`;

/**
 * Words of a picture may have brackets in pairs, and a title may stand behind its address, as whoever shows Markdown reads it. Texts are
 * indexed by it when they are written, or changed, from here on.
 */
export class SayTitledPictures1764600002580 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(wordsOf(String.raw`(?:${WORD}|\[(?:${WORD})*\])*`, String.raw`(?:\s+(?:${TITLE}))?\s*`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(wordsOf(`(?:${WORD})*`, ''));
  }
}

function wordsOf(words: string, behind: string): string {
  return String.raw`
    CREATE OR REPLACE FUNCTION words_of_pictures(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT CASE WHEN strpos(said, '](attachment:') = 0 THEN said ELSE replace(
        regexp_replace(said, '!\[(${words})\]\(attachment:[0-9a-fA-F-]{36}${behind}\)', '[picture: \1]', 'g'),
        '[picture: ]', '[picture]') END
    $$`;
}
