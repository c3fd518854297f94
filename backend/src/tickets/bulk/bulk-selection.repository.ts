import { Injectable } from '@nestjs/common';
import { AbortableReads } from '../../database/abortable-reads.ts';
import { plannedEachTime } from '../../database/planned-each-time.ts';
import type { Statement } from '../../database/statement.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import { allMatching, countFiltered } from '../ticket-list.sql.ts';
import type { TicketQuery } from '../ticket-slice.sql.ts';

/** How many tickets a worker changes in one transaction. */
const BATCH_SIZE = 500;

/** Which tickets a run is about: some by their numbers, all that a list would show, or those another run changed. */
export type SelectedTickets =
  { readonly ids: readonly number[] } | { readonly query: TicketQuery } | { readonly changedBy: string };

/** Counting and taking down many tickets takes longer than any other statement of a request may. */
const LONG_MS = 120_000;

@Injectable()
export class BulkSelectionRepository {
  constructor(private readonly reads: AbortableReads) {}

  /**
   * How many tickets there are, exactly.
   *
   * @throws ClientWentAway when `gone` fires, which ends the counting.
   */
  count(selected: SelectedTickets, gone: AbortSignal): Promise<number> {
    const statement = numberOf(selected);
    return this.reads.run(
      gone,
      async (ask) => {
        const [row] = await ask<{ count: number }>(statement);
        return row?.count ?? 0;
      },
      LONG_MS,
    );
  }

  /** Takes down the tickets of a run, in batches, and gives their number. */
  async takeDown(transaction: Transaction, runId: string, selected: SelectedTickets): Promise<number> {
    const { sql, parameters } = named(selected);
    const run = `$${String(parameters.length + 1)}`;
    await transaction.allow(LONG_MS);
    const rows: { total: number }[] = await transaction.query(
      `WITH numbered AS (
         SELECT id, (row_number() OVER (ORDER BY id) - 1) / ${String(BATCH_SIZE)} + 1 AS number FROM (${sql}) AS selected
       ), batches AS (
         INSERT INTO bulk_run_batches (run_id, number, ticket_ids)
         SELECT ${run}::uuid, number, array_agg(id ORDER BY id) FROM numbered GROUP BY number
         RETURNING cardinality(ticket_ids) AS size
       ), counted AS (
         SELECT coalesce(sum(size), 0)::int AS total FROM batches
       )
       SELECT total FROM counted`,
      [...parameters, runId],
    );
    const total = rows[0]?.total ?? 0;
    await transaction.query('UPDATE bulk_runs SET total = $2 WHERE id = $1', [runId, total]);
    return total;
  }
}

/** Of tickets that only filters select, a number is kept. */
function numberOf(selected: SelectedTickets): Statement {
  if ('query' in selected && selected.query.search === null) return countFiltered(selected.query);
  const { sql, parameters } = existing(selected);
  return { sql: plannedEachTime(`SELECT count(*)::int AS count FROM (${sql}) AS selected`), parameters };
}

/** Those of the selected tickets that exist. */
function existing(selected: SelectedTickets): Statement {
  if (!('ids' in selected)) return named(selected);
  return {
    sql: 'SELECT id FROM tickets WHERE id = ANY ($1::bigint[]) AND deleted_at IS NULL',
    parameters: [selected.ids],
  };
}

/** The selected tickets, of which those given by number need not exist: a run names them as failed. */
function named(selected: SelectedTickets): Statement {
  if ('query' in selected) return allMatching(selected.query);
  if ('ids' in selected) return { sql: 'SELECT DISTINCT unnest($1::bigint[]) AS id', parameters: [selected.ids] };
  return {
    sql: 'SELECT ticket_id AS id FROM ticket_events WHERE bulk_run_id = $1',
    parameters: [selected.changedBy],
  };
}
