import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Held by whoever adds changes up or counts anew; nobody who writes a ticket waits for it. */
const FOLDING_LOCK = 7_204_118;
/** One of so many changes on average has all of them added up. */
const FOLD_EVERY = 64;
/** What stands in the place of a person in the counts of all people's tickets. */
const EVERYBODY = -1;

const CELL = 'assignee, status, category, priority, pending';
const cellOf = (ticket: string) =>
  `coalesce(${ticket}.assignee, 0) AS assignee, ${ticket}.status, ${ticket}.category, ${ticket}.priority,
   ${ticket}.triage IS NOT NULL AS pending`;
/** Quarters of an hour since 1970, at whose ends the days of every time zone end. */
const quarterOf = (time: string) => `floor(date_part('epoch', ${time}) / 900)::int`;

/**
 * Counts that are kept while tickets are written. Every statement that writes tickets adds a row for each cell it takes
 * tickets out of or brings them into (`ticket_count_changes`); now and then a writer adds all such rows up and takes them
 * away (`fold_ticket_changes`). What is counted is the sum of both at one moment. Rows are only ever added beside each
 * other, and who finds somebody adding up goes on without: no writer waits for another.
 *
 * - `ticket_counts`: by assignee (0 nobody, -1 everybody), status, category, priority and whether it waits to be sorted.
 * - `ticket_days`: by the day, in UTC, on which it was written or resolved, the 96 sums up to the end of each quarter of
 *   an hour, so that any days of 24 hours, or as many as the clocks leave them, take two looks each.
 */
export class CountTickets1764600000701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Updates leave the keys alone; with room beside them they stay in their page and out of the index.
    await runner.query(`
      CREATE TABLE ticket_counts (
        assignee bigint NOT NULL,
        status text NOT NULL,
        category text NOT NULL,
        priority text NOT NULL,
        pending boolean NOT NULL,
        tickets integer NOT NULL,
        CONSTRAINT ticket_counts_pk PRIMARY KEY (${CELL})
      ) WITH (fillfactor = 50)`);
    await runner.query(`
      CREATE TABLE ticket_days (
        day date NOT NULL,
        created integer[] NOT NULL,
        resolved integer[] NOT NULL,
        CONSTRAINT ticket_days_pk PRIMARY KEY (day),
        CONSTRAINT ticket_days_quarters_check CHECK (cardinality(created) = 96 AND cardinality(resolved) = 96)
      ) WITH (fillfactor = 50)`);
    // Rows come and go by the thousand while there are few at a time: readers meet what is left of them until it is swept.
    await runner.query(`
      CREATE TABLE ticket_count_changes (
        assignee bigint NOT NULL,
        created_quarter integer NOT NULL,
        resolved_quarter integer,
        tickets integer NOT NULL,
        pending boolean NOT NULL,
        status text NOT NULL,
        category text NOT NULL,
        priority text NOT NULL
      ) WITH (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0,
        autovacuum_analyze_threshold = 2000000000)`);
    await runner.query(FOLD);
    await runner.query(REBUILD);
    await runner.query(COUNT_CHANGES);
    await lockTickets(runner);
    await runner.query(`
      CREATE TRIGGER tickets_count_inserted AFTER INSERT ON tickets REFERENCING NEW TABLE AS new_tickets
      FOR EACH STATEMENT EXECUTE FUNCTION count_ticket_changes()`);
    await runner.query(`
      CREATE TRIGGER tickets_count_updated AFTER UPDATE ON tickets
      REFERENCING OLD TABLE AS old_tickets NEW TABLE AS new_tickets
      FOR EACH STATEMENT EXECUTE FUNCTION count_ticket_changes()`);
    await runner.query(`
      CREATE TRIGGER tickets_count_deleted AFTER DELETE ON tickets REFERENCING OLD TABLE AS old_tickets
      FOR EACH STATEMENT EXECUTE FUNCTION count_ticket_changes()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await lockTickets(runner);
    await runner.query('DROP TRIGGER tickets_count_inserted ON tickets');
    await runner.query('DROP TRIGGER tickets_count_updated ON tickets');
    await runner.query('DROP TRIGGER tickets_count_deleted ON tickets');
    await runner.query('DROP FUNCTION count_ticket_changes, rebuild_ticket_counts, fold_ticket_changes');
    await runner.query('DROP TABLE ticket_count_changes, ticket_days, ticket_counts');
  }
}

/** Triggers come and go when nobody writes tickets; whoever migrates waits for that for a moment at a time (`migrate`). */
function lockTickets(runner: QueryRunner): Promise<unknown> {
  return runner.query('LOCK TABLE tickets IN SHARE ROW EXCLUSIVE MODE');
}

/** What a statement did to tickets that are not deleted, a row for each cell that has more or fewer of them now. */
const COUNT_CHANGES = `
  CREATE FUNCTION count_ticket_changes() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    changes integer;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO ticket_count_changes (${CELL}, created_quarter, resolved_quarter, tickets)
      SELECT ${cellOf('t')}, ${quarterOf('created_at')}, ${quarterOf('resolved_at')}, count(*)
      FROM new_tickets AS t WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
    ELSIF TG_OP = 'DELETE' THEN
      INSERT INTO ticket_count_changes (${CELL}, created_quarter, resolved_quarter, tickets)
      SELECT ${cellOf('t')}, ${quarterOf('created_at')}, ${quarterOf('resolved_at')}, -count(*)
      FROM old_tickets AS t WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
    ELSE
      INSERT INTO ticket_count_changes (${CELL}, created_quarter, resolved_quarter, tickets)
      SELECT ${cellOf('t')}, ${quarterOf('created_at')}, ${quarterOf('resolved_at')}, sum(change)
      FROM (SELECT *, -1 AS change FROM old_tickets UNION ALL SELECT *, 1 FROM new_tickets) AS t
      WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(change) <> 0;
    END IF;
    GET DIAGNOSTICS changes = ROW_COUNT;
    -- A snapshot from before another has added up could not take the same rows away.
    IF random() * ${String(FOLD_EVERY)} < changes AND current_setting('transaction_isolation') = 'read committed'
       AND pg_try_advisory_xact_lock(${String(FOLDING_LOCK)}) THEN
      PERFORM fold_ticket_changes();
    END IF;
    RETURN NULL;
  END $$`;

/** For each day in \`quarters\` (quarter, created, resolved): the sums up to the end of each of its quarters. */
const DAYS = `
  SELECT date '1970-01-01' + day AS day, array_agg(created ORDER BY place) AS created, array_agg(resolved ORDER BY place) AS resolved
  FROM (
    SELECT day, place, coalesce(sum(created) OVER upto, 0)::int AS created, coalesce(sum(resolved) OVER upto, 0)::int AS resolved
    FROM (SELECT DISTINCT quarter / 96 AS day FROM quarters) AS days CROSS JOIN generate_series(0, 95) AS place
      LEFT JOIN quarters ON quarter = day * 96 + place
    WINDOW upto AS (PARTITION BY day ORDER BY place)
  ) AS sums
  GROUP BY day`;

const ADDED = (field: string) => `ARRAY(
          SELECT kept + more FROM unnest(d.${field}, excluded.${field}) WITH ORDINALITY AS sums (kept, more, place)
          ORDER BY place)`;

/** Adds up all changes there are, for one at a time: who calls it holds the lock. */
const FOLD = `
  CREATE FUNCTION fold_ticket_changes() RETURNS void LANGUAGE sql AS $$
    WITH taken AS (
      DELETE FROM ticket_count_changes RETURNING *
    ),
    counted AS (
      INSERT INTO ticket_counts AS c (${CELL}, tickets)
      SELECT coalesce(assignee, ${String(EVERYBODY)}), status, category, priority, pending, sum(tickets)
      FROM taken GROUP BY status, category, priority, pending, GROUPING SETS ((assignee), ())
      HAVING sum(tickets) <> 0
      ON CONFLICT ON CONSTRAINT ticket_counts_pk DO UPDATE SET tickets = c.tickets + excluded.tickets
    ),
    quarters AS (
      SELECT quarter, sum(created) AS created, sum(resolved) AS resolved
      FROM (
        SELECT created_quarter AS quarter, tickets AS created, 0 AS resolved FROM taken
        UNION ALL SELECT resolved_quarter, 0, tickets FROM taken WHERE resolved_quarter IS NOT NULL
      ) AS times
      GROUP BY quarter HAVING sum(created) <> 0 OR sum(resolved) <> 0
    )
    INSERT INTO ticket_days AS d (day, created, resolved)
    ${DAYS}
    ON CONFLICT ON CONSTRAINT ticket_days_pk DO UPDATE
    SET created = ${ADDED('created')}, resolved = ${ADDED('resolved')}
  $$`;

/**
 * Counts all tickets anew, while others write them: in one statement, for which all is of one moment, it takes away the
 * changes up to that moment and puts in the place of each sum what a scan finds.
 */
const REBUILD = `
  CREATE FUNCTION rebuild_ticket_counts() RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(${String(FOLDING_LOCK)});
    WITH taken AS (
      DELETE FROM ticket_count_changes
    ),
    scanned AS MATERIALIZED (
      SELECT ${cellOf('t')}, count(*)::int AS tickets FROM tickets AS t WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5
    ),
    cells AS (
      SELECT coalesce(assignee, ${String(EVERYBODY)}) AS assignee, status, category, priority, pending, sum(tickets)::int AS tickets
      FROM scanned GROUP BY status, category, priority, pending, GROUPING SETS ((assignee), ())
    ),
    counted AS (
      INSERT INTO ticket_counts AS c (${CELL}, tickets)
      SELECT ${CELL}, coalesce(cells.tickets, 0) FROM cells FULL JOIN ticket_counts AS kept USING (${CELL})
      WHERE coalesce(cells.tickets, 0) IS DISTINCT FROM kept.tickets
      ON CONFLICT ON CONSTRAINT ticket_counts_pk DO UPDATE SET tickets = excluded.tickets
    ),
    quarters AS MATERIALIZED (
      SELECT quarter, sum(created) AS created, sum(resolved) AS resolved
      FROM (
        SELECT ${quarterOf('created_at')} AS quarter, count(*) AS created, 0 AS resolved
        FROM tickets WHERE deleted_at IS NULL GROUP BY 1
        UNION ALL
        SELECT ${quarterOf('resolved_at')}, 0, count(*)
        FROM tickets WHERE deleted_at IS NULL AND resolved_at IS NOT NULL GROUP BY 1
        UNION ALL
        SELECT (day - date '1970-01-01') * 96, 0, 0 FROM ticket_days
      ) AS times
      GROUP BY quarter
    )
    INSERT INTO ticket_days AS d (day, created, resolved)
    ${DAYS}
    ON CONFLICT ON CONSTRAINT ticket_days_pk DO UPDATE SET created = excluded.created, resolved = excluded.resolved
    WHERE (d.created, d.resolved) IS DISTINCT FROM (excluded.created, excluded.resolved);
  END $$`;
