import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';

const READERS = 4;
const WRITERS = 4;
const PAUSE_MS = 10;
const TICKETS = 2_000;

/** Of what every schema since deleted tickets are kept understands. */
const READS: readonly string[] = [
  'SELECT id, title, status FROM tickets WHERE deleted_at IS NULL AND $1::bigint > 0 ORDER BY created_at DESC, id DESC LIMIT 20',
  'SELECT version, kind, changes FROM ticket_events WHERE ticket_id = $1 ORDER BY version',
  `SELECT ticket_id FROM ticket_search WHERE document @@ 'invoice'::tsquery AND $1::bigint > 0 LIMIT 20`,
  'SELECT source, suggested_category FROM suggestions WHERE ticket_id = $1',
];
const WRITES: readonly string[] = [
  `WITH changed AS (
     UPDATE tickets SET priority = CASE tickets.priority WHEN 'low' THEN 'high' ELSE 'low' END, version = tickets.version + 1,
       updated_at = now()
     FROM (SELECT id, priority FROM tickets WHERE id = $1 FOR NO KEY UPDATE) AS before WHERE tickets.id = before.id
     RETURNING tickets.id, tickets.version, before.priority AS was, tickets.priority
   )
   INSERT INTO ticket_events (ticket_id, version, kind, via, changes)
   SELECT id, version, 'changed', 'system', jsonb_build_array(jsonb_build_object('field', 'priority', 'from', was, 'to', priority))
   FROM changed`,
  `WITH made AS (
     INSERT INTO tickets (title, description, category, priority)
     SELECT 'Written meanwhile', 'While ' || $1::bigint || ' was looked at', 'general', 'low' RETURNING id
   )
   INSERT INTO ticket_events (ticket_id, version, kind, via, changes)
   SELECT id, 1, 'created', 'system', '[]' FROM made`,
  'UPDATE suggestions SET latency_ms = latency_ms WHERE ticket_id = $1',
];

/** What happened on the desk meanwhile; times in milliseconds. */
export interface Waits {
  readonly reads: number;
  readonly writes: number;
  readonly longestRead: number;
  readonly longestWrite: number;
  /** Statements that the database has refused. */
  readonly failed: number;
}

/** Four who read and four who write, each one statement after the other, until it is told to stop. */
export class DeskInUse {
  private times = { reads: [] as number[], writes: [] as number[], failed: 0 };
  private readonly under = new Set<Promise<void>>();
  private isOver = false;
  private readonly pool: Pool;
  private readonly tickets: readonly string[];
  private readonly people: Promise<unknown>;

  private constructor(pool: Pool, tickets: readonly string[]) {
    this.pool = pool;
    this.tickets = tickets;
    this.people = Promise.all([
      ...Array.from({ length: READERS }, (_, person) => this.work('reads', READS, person)),
      ...Array.from({ length: WRITERS }, (_, person) => this.work('writes', WRITES, person)),
    ]);
  }

  /** @param pool with at least eight connections, which are used alone by this. */
  static async begin(pool: Pool): Promise<DeskInUse> {
    const { rows } = await pool.query<{ id: string }>(
      'SELECT id FROM tickets WHERE deleted_at IS NULL ORDER BY id DESC LIMIT $1',
      [TICKETS],
    );
    const tickets = rows.map(({ id }) => id);
    return new DeskInUse(pool, tickets);
  }

  /** What is asked while `work` is done, to the end of its answers. */
  async during(work: () => Promise<unknown>): Promise<Waits> {
    this.times = { reads: [], writes: [], failed: 0 };
    await work();
    await Promise.all(this.under);
    const { reads, writes, failed } = this.times;
    const longest = (times: readonly number[]) => times.reduce((most, time) => Math.max(most, time), 0);
    return {
      ...{ reads: reads.length, writes: writes.length, failed },
      ...{ longestRead: longest(reads), longestWrite: longest(writes) },
    };
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.people;
  }

  private async work(kind: 'reads' | 'writes', statements: readonly string[], person: number): Promise<void> {
    for (let turn = person; !this.isOver; turn += 1) {
      const statement = statements[turn % statements.length] ?? '';
      const asked = this.ask(kind, statement, this.tickets[(turn * 7 + person) % this.tickets.length] ?? '0');
      this.under.add(asked);
      await asked;
      this.under.delete(asked);
      await setTimeout(PAUSE_MS);
    }
  }

  private async ask(kind: 'reads' | 'writes', statement: string, ticket: string): Promise<void> {
    const begun = performance.now();
    try {
      await this.pool.query(statement, [ticket]);
    } catch {
      this.times.failed += 1;
    }
    this.times[kind].push(performance.now() - begun);
  }
}
