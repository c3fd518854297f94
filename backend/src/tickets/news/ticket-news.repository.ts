import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { plannedEachTime } from '../../database/planned-each-time.ts';
import type { ToldField, TicketEventKind } from '../domain/ticket-event.ts';
import { toNamed } from '../ticket-row.ts';
import type { NewsPosition } from './domain/news-position.ts';
import type { Moment, Snapshot } from './domain/snapshot.ts';
import type { NumberedNews } from './domain/ticket-news.ts';

/** More than this is not told one by one. */
export const NEWS_MAX = 1_000;
/** What is older is not told either. It also keeps apart what a dump brought, whose transactions had other numbers. */
const YOUNG = `e.occurred_at > now() - interval '1 hour'`;

interface NewsRow {
  readonly event: string;
  readonly ticket_id: string;
  readonly kind: TicketEventKind;
  readonly version: number;
  readonly fields: readonly ToldField[];
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly contact_id: string | null;
  readonly contact_name: string | null;
  readonly occurred_at: Date;
}

interface ReadingRow {
  /** Null until somebody has begun it. */
  readonly era: string | null;
  readonly snapshot: Snapshot;
  readonly read_at: Date;
}

type ReadingRows = readonly (ReadingRow & (NewsRow | { readonly event: null }))[];

interface MissedNewsRow extends NewsRow {
  readonly young: boolean;
  readonly of_batch: boolean;
}

/**
 * What a reading found: null in place of what cannot be told one by one. `end` is the moment of it, and `at` the same by the
 * clock of the database.
 */
export interface ReadNews {
  readonly end: Moment;
  readonly at: Date;
  readonly news: readonly NumberedNews[] | null;
}

/** What somebody missed: the rest of the batch in which they stopped, and what came after it. */
export interface MissedNews {
  readonly rest: readonly NumberedNews[];
  readonly after: readonly NumberedNews[];
}

/** A dump brings the row along, but not the transaction that wrote it. */
const READING = `(SELECT left(id::text, 8) || xmin FROM news_era) AS era, pg_current_snapshot()::text AS snapshot,
  clock_timestamp() AS read_at`;
const XID = 'e.transaction_id::text::xid8';
const COLUMNS = `e.id AS event, e.ticket_id, e.kind, e.version, e.actor_id, e.occurred_at, e.transaction_id,
  ARRAY (SELECT change ->> 'field' FROM jsonb_array_elements(e.changes) AS change) AS fields,
  (SELECT u.display_name FROM users AS u WHERE u.id = e.actor_id) AS actor_name,
  e.contact_id, (SELECT c.name FROM contacts AS c WHERE c.id = e.contact_id) AS contact_name`;

/**
 * Reads the history by the transactions that wrote it. Numbers of events are handed out before commits come, so what a reader
 * has seen is a snapshot; in the order of their numbers the events of each ticket are in the order of its versions, because who
 * writes a ticket holds it. Only the primary tells snapshots rightly.
 */
@Injectable()
export class TicketNewsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** This moment, with what is seen at it and was not at `base`; where that is of another era, nobody knows what was not. */
  async since(base: Moment | null): Promise<ReadNews> {
    const rows = await (base === null ? this.moment() : this.newsSince(base.snapshot));
    const [first] = rows;
    if (!first) throw new Error('The database told no snapshot');
    const { era, snapshot, read_at: at } = first;
    if (era === null) {
      await this.beginEra();
      return this.since(base);
    }
    const news = rows.filter((row) => row.event !== null);
    const isTellable = news.length <= NEWS_MAX && (base === null || base.era === era);
    return { end: { era, snapshot }, at, news: isTellable ? news.map(numbered) : null };
  }

  private newsSince(base: Snapshot): Promise<ReadingRows> {
    return this.dataSource.query(
      plannedEachTime(
        `WITH news AS MATERIALIZED (
           SELECT ${COLUMNS} FROM ticket_events AS e
           WHERE e.transaction_id >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint
             AND e.transaction_id < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
             AND NOT pg_visible_in_snapshot(${XID}, $1::pg_snapshot) AND ${YOUNG}
           ORDER BY e.transaction_id LIMIT ${String(NEWS_MAX + 1)}
         )
         SELECT ${READING}, news.*
         FROM (SELECT) AS always LEFT JOIN news ON true ORDER BY news.event`,
      ),
      [base],
    );
  }

  /** What `until` sees and somebody at a position has not been told; null when it is too much or too old to be told. */
  async missed({ base, batch, last }: NewsPosition, until: Snapshot): Promise<MissedNews | null> {
    const rows: MissedNewsRow[] = await this.dataSource.query(
      plannedEachTime(
        `WITH missed AS MATERIALIZED (
           SELECT ${COLUMNS}, ${YOUNG} AS young, pg_visible_in_snapshot(${XID}, $2::pg_snapshot) AS of_batch
           FROM ticket_events AS e
           WHERE e.transaction_id >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint
             AND e.transaction_id < pg_snapshot_xmax($4::pg_snapshot)::text::bigint
             AND NOT pg_visible_in_snapshot(${XID}, $1::pg_snapshot)
             AND NOT (pg_visible_in_snapshot(${XID}, $2::pg_snapshot) AND e.id <= $3)
             AND pg_visible_in_snapshot(${XID}, $4::pg_snapshot)
           ORDER BY e.transaction_id LIMIT ${String(NEWS_MAX + 1)}
         )
         SELECT * FROM missed ORDER BY event`,
      ),
      [base, batch, last, until],
    );
    if (rows.length > NEWS_MAX || rows.some(({ young }) => !young)) return null;
    const [rest = [], after = []] = [true, false].map((ofBatch) => rows.filter((row) => row.of_batch === ofBatch));
    return { rest: rest.map(numbered), after: after.map(numbered) };
  }

  private moment(): Promise<ReadingRows> {
    return this.dataSource.query(`SELECT ${READING}, NULL AS event`, []);
  }

  /** After a crash or a failover, whoever comes first. */
  private async beginEra(): Promise<void> {
    await this.dataSource.query('INSERT INTO news_era DEFAULT VALUES ON CONFLICT DO NOTHING');
  }
}

function numbered(row: NewsRow): NumberedNews {
  const [by, contact] = [toNamed(row.actor_id, row.actor_name), toNamed(row.contact_id, row.contact_name)];
  const { kind, version, fields, occurred_at: at } = row;
  return { event: Number(row.event), news: { id: Number(row.ticket_id), kind, version, fields, by, contact, at } };
}
