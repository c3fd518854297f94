import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `search_hits` asks the text index, in a plan of its own whatever the words are.
 *
 * - `loosely` is what the index is asked: not every term need be in it, and of a phrase only that its words occur, which the
 *   index alone knows. `whole` is what must hold, looked up in the documents of those hits when it says more.
 * - At most `most` hits are looked at, of the whole index when it is null. Who gets so many knows that there may be more.
 * - An open word (`invo:*`) is collected from all words that begin so. In 4 MB of memory the collection of a frequent one loses
 *   which row of a block it meant, and two of them that never meet had the database read every block that has either.
 *
 * Making a function touches no table and waits for nobody.
 */
export class AskForHits1764600000801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION search_hits(loosely tsquery, whole tsquery, most integer)
      RETURNS TABLE (ticket_id bigint, matches boolean) LANGUAGE plpgsql STABLE ROWS 200
      SET work_mem = '64MB' SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
      DECLARE
        anchor tsquery := replace(loosely::text, '<->', '&')::tsquery;
      BEGIN
        IF anchor = whole THEN
          RETURN QUERY SELECT s.ticket_id, true FROM ticket_search AS s WHERE s.document @@ anchor LIMIT most;
        ELSE
          RETURN QUERY SELECT s.ticket_id, s.document @@ whole
          FROM (SELECT h.ticket_id, h.document FROM ticket_search AS h WHERE h.document @@ anchor LIMIT most) AS s;
        END IF;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION search_hits');
  }
}
