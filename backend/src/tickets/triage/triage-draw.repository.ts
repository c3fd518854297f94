import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DEFAULT_PRIORITY } from '../../vocabulary/ticket-priority.ts';
import type { Ticket } from '../domain/ticket.ts';
import { COLUMNS, urgency } from '../ticket-slice.sql.ts';
import { type TicketRow, toTicket } from '../ticket-row.ts';

/** What is drawn by doubt is drawn from so many times as many of the most doubtful: whoever draws beside it gets others. */
const POOL = 8;
/** Never from more than this part of all: then it would be no doubt any more. */
const PART = 4;

const WAITS = `triage = 'pending' AND deleted_at IS NULL`;
/** How sure the desk is of what it suggests; 0 where it rather says nothing, or nobody judged. As the index has it. */
const SURENESS = `CASE WHEN s.shown_as = 'abstained' THEN 0 ELSE coalesce(s.category_confidence, 0) END`;
const OPEN = 's.ticket_id IS NOT NULL AND s.chosen_at IS NULL';
/** What is only filled in says nothing: there counts what the desk suggests. */
const URGENCY = urgency(
  `CASE WHEN t.priority = '${DEFAULT_PRIORITY}' THEN coalesce(s.suggested_priority, t.priority) ELSE t.priority END`,
);

/** From a place on the ring of lots that the seed names ($2), then from its beginning. */
const FROM_SEED = `hashint8(id) >= hashint8($2::bigint)`;
const byLot = (condition: string, round: number) =>
  `(SELECT id, ${String(round)} AS round, hashint8(id) AS lot FROM tickets
    WHERE ${WAITS} AND ${condition} ORDER BY hashint8(id) LIMIT $1::int)`;

/**
 * $1 is how many, $2 the seed. Each part reads an index over what waits, and not much more than it gives. What has no
 * suggestion yet is drawn by lot alone; where either half has too few the other fills up.
 */
const DRAW = `
  WITH doubtful AS MATERIALIZED (
    SELECT t.id, row_number() OVER (ORDER BY ${SURENESS}, s.ticket_id) AS place
    FROM suggestions AS s
      CROSS JOIN LATERAL (SELECT id FROM tickets WHERE id = s.ticket_id AND ${WAITS} OFFSET 0) AS t
    WHERE ${OPEN}
    ORDER BY ${SURENESS}, s.ticket_id
    LIMIT $1::int * ${String(POOL * PART)}
  ), pool AS (
    SELECT id FROM doubtful
    WHERE place <= greatest(($1::int + 1) / 2, (SELECT count(*) FROM doubtful) / ${String(PART)})
  ), by_doubt AS (
    SELECT id FROM pool ORDER BY hashint8extended(id, $2::bigint) LIMIT ($1::int + 1) / 2
  ), by_lot AS (
    SELECT id FROM (${byLot(FROM_SEED, 1)} UNION ALL ${byLot(`NOT (${FROM_SEED})`, 2)}) AS ring
    WHERE id NOT IN (SELECT id FROM by_doubt)
    ORDER BY round, lot LIMIT $1::int - (SELECT count(*) FROM by_doubt)
  )
  SELECT ${COLUMNS}
  FROM (SELECT id FROM by_doubt UNION ALL SELECT id FROM by_lot) AS drawn
    JOIN tickets AS t USING (id) LEFT JOIN suggestions AS s ON s.ticket_id = t.id
  ORDER BY ${URGENCY}, t.created_at, t.id`;

/** Reads tickets that wait for somebody to sort them. */
@Injectable()
export class TriageDrawRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** At most so many, the most urgent first; the same seed draws the same while nothing changes. */
  async draw(size: number, seed: number): Promise<Ticket[]> {
    const rows: TicketRow[] = await this.dataSource.query(DRAW, [size, seed]);
    return rows.map((row) => toTicket(row));
  }
}
