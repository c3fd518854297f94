import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import type { BulkRunBody } from './bulk-runs.ts';
import type { ReplicatedDesk } from './replicated-desk.ts';
import { insertTickets } from './ticket-rows.ts';
import { until } from './until.ts';

const BULK = '/api/admin/tickets/bulk';
/** A batch, and a few of the next one. */
const TICKETS = 510;
const FIRST_BATCH = 500;

/** A change of many tickets that stands in its middle, where somebody holds a ticket, until they let go or their server dies. */
export class RunUnderWay {
  private readonly desk: ReplicatedDesk;
  private readonly id: string;
  private readonly holder: Client;

  private constructor(desk: ReplicatedDesk, id: string, holder: Client) {
    this.desk = desk;
    this.id = id;
    this.holder = holder;
  }

  static async begin(desk: ReplicatedDesk): Promise<RunUnderWay> {
    const ids = await insertTickets(
      { sql: (text, values) => desk.primary.ask(text, values) },
      `(title, description, category, priority)
       SELECT $1 || ' ' || n, 'x', 'billing', 'low' FROM generate_series(1, $2::int) AS n`,
      [randomUUID(), TICKETS],
    );
    const holder = new Client({ connectionString: desk.primary.url });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM tickets WHERE id = $1 FOR UPDATE', [ids[FIRST_BATCH + 1]]);
    const order = { selection: { ids }, action: { kind: 'change', changes: { priority: 'high' } } };
    const { status, body } = await desk.at(0, 'admin').post<BulkRunBody>(BULK, order);
    if (status !== 202) throw new Error(`The run was not started: ${JSON.stringify(body)}`);
    const run = new RunUnderWay(desk, body.id, holder);
    await until(async () => (await run.now())?.processed === FIRST_BATCH);
    return run;
  }

  /**
   * Lets it go on and waits for its end.
   *
   * @param patient waits also until a worker that gives no sign of life is taken for dead; else that is brought about.
   * @returns what is wrong with it: nothing when each ticket was changed, and once.
   */
  async end({ patient = false } = {}): Promise<unknown> {
    await this.holder.end().catch(() => undefined);
    if (!patient) await this.takeWorkersForDead();
    await until(async () => ['done', 'failed'].includes((await this.now())?.state ?? ''));
    const { state, changed, unchanged, failed } = (await this.now())!;
    const [told] = await this.desk.primary.ask(
      `SELECT count(*)::int AS events, count(DISTINCT e.ticket_id)::int AS tickets, max(t.version) AS version
       FROM ticket_events AS e JOIN tickets AS t ON t.id = e.ticket_id WHERE e.bulk_run_id = $1`,
      [this.id],
    );
    return { state, changed, unchanged, failed, ...told };
  }

  private async now(): Promise<BulkRunBody | null> {
    for (const at of [0, 1]) {
      const answer = await this.desk
        .at(at, 'admin')
        .get<BulkRunBody>(`${BULK}/${this.id}`)
        .catch(() => null);
      if (answer?.status === 200) return answer.body;
    }
    return null;
  }

  /** As after half a minute without a sign of life; one that lives goes on, and takes turns with the next. */
  private async takeWorkersForDead(): Promise<void> {
    const { primary } = this.desk;
    await primary.ask(`UPDATE pgboss.job SET heartbeat_on = now() - interval '5 minutes' WHERE state = 'active'`);
    const supervisor = new PgBoss({ connectionString: primary.url, supervise: false, schedule: false, max: 1 });
    await supervisor.start();
    await supervisor.supervise('bulk-runs');
    await supervisor.stop({ graceful: false });
  }
}

/** What is told of a run that is whole. */
export const WHOLE = {
  ...{ state: 'done', changed: TICKETS, unchanged: 0, failed: 0 },
  ...{ events: TICKETS, tickets: TICKETS, version: 2 },
};
