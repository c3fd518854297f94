import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { Audience, NOTHING_WRONG } from './support/audience.ts';
import type { ProblemBody } from './support/api-client.ts';
import type { ClusterLoad } from './support/cluster-load.ts';
import { LentDesk } from './support/lent-desk.ts';
import { PGBOUNCER_MISSING, PGBOUNCER_VERSION } from './support/pgbouncer.ts';
import { NONE, ReplicatedDesk } from './support/replicated-desk.ts';
import { RunUnderWay, WHOLE } from './support/run-under-way.ts';
import { until } from './support/until.ts';

/** `npm run test:cluster` does all of it; `npm test` a part that is over within a minute. */
const IS_WHOLE = process.env['CLUSTER_TEST'] === 'whole';
const TERMINATIONS = IS_WHOLE ? 100 : 10;
/** For what is done a hundred times. */
const LONG_MS = 300_000;
const only = IS_WHOLE ? '' : ' (skipped: npm run test:cluster does it)';
const inWhole = IS_WHOLE ? it : it.skip;

const TICKET = { title: 'A ticket', description: 'What happened.', category: 'general', priority: 'medium' };
/** What a process takes for itself: connections that are lost are noticed one by one, and tried again after a while. */
const ENOUGH = 30;

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** What was killed, until writes are acknowledged again. */
async function untilWritten(load: ClusterLoad, killed: number): Promise<number> {
  await load.written(1);
  while (load.lastWrite < killed) await load.written(1);
  const recovered = load.lastWrite - killed;
  await load.written(ENOUGH);
  return recovered;
}

/** Uses up so many numbers of transactions, of which nobody is told by anybody who waits for it. */
async function useUp({ url }: { readonly url: string }, count: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('SET synchronous_commit = off');
  for (let n = 0; n < count; n += 1) await client.query('SELECT pg_current_xact_id()');
  await client.end();
}

const SURVIVES_ITS_PRIMARY =
  'loses nothing that it acknowledged when its primary is killed, says when to come again, and goes on by itself';

async function survivesItsPrimary(desk: ReplicatedDesk): Promise<void> {
  const audience = await Audience.of(desk);
  const run = await RunUnderWay.begin(desk);
  const load = desk.load();
  await load.written(ENOUGH);
  await desk.primary.kill();
  const killed = performance.now();
  await until(() => Promise.resolve(load.tally.comeAgain > 0));
  await desk.failOver();
  const promoted = performance.now() - killed;
  const recovered = await untilWritten(load, killed);
  const ended = await run.end({ patient: IS_WHOLE });
  const whole = performance.now() - killed;
  const { comeAgain, unanswered, faults } = await load.end();
  const misled = await audience.end();
  say(
    `The primary was killed: a standby was promoted after ${promoted.toFixed(0)} ms, writes went on after ${recovered.toFixed(0)} ms; ${String(comeAgain)} answers said when to come again. A change of many was whole after ${whole.toFixed(0)} ms; ${audience.words}.`,
  );
  expect(faults).toEqual([]);
  expect(unanswered).toBe(0);
  expect(await desk.faultsIn(load)).toEqual(NONE);
  expect(misled).toEqual(NOTHING_WRONG);
  expect(ended).toEqual(WHOLE);
  await desk.isReadFrom('away');
  await desk.addStandby();
}

describe('a desk on two servers of PostgreSQL, in two processes', () => {
  const lent = new LentDesk(() => ReplicatedDesk.start());
  beforeEach(() => lent.ready());
  afterAll(() => lent.stop());

  it(SURVIVES_ITS_PRIMARY, () => lent.to(survivesItsPrimary));

  it('has who follows read afresh once numbers of transactions are given again that never reached the standby', () =>
    lent.to(async (desk) => {
      const open = await desk.follow(0);
      await desk.standby.set('primary_conninfo', '');
      await until(async () => (await desk.primary.ask('SELECT 1 FROM pg_stat_replication')).length === 0);
      await useUp(desk.primary, 300);
      const ahead = await desk.follow(1);
      ahead.cut();
      const [before] = await desk.primary.ask<{ next: string }>(
        'SELECT pg_snapshot_xmax(pg_current_snapshot()) AS next',
      );
      await desk.primary.kill();
      await desk.failOver();
      const id = await desk.createTicket();
      const [again] = await desk.primary.ask<{ at: string }>(
        'SELECT transaction_id AS at FROM ticket_events WHERE ticket_id = $1',
        [id],
      );
      expect(Number(again?.at)).toBeLessThan(Number(before?.next));
      await useUp(desk.primary, 600);
      const resumed = await desk.follow(1, ahead.lastId);
      // What was written before that is read afresh, and told to nobody.
      for (const stream of [open, resumed]) await stream.event('reset');
      const last = await desk.createTicket();
      for (const stream of [open, resumed]) {
        await stream.until(() => stream.tickets.some(([, ticket]) => ticket === last));
        stream.cut();
      }
      await desk.addStandby();
    }));

  it('says when to come again while the standby that commits wait for is dead, and goes on when they no longer do', () =>
    lent.to(async (desk) => {
      const load = desk.load();
      await load.written(ENOUGH);
      await desk.standby.kill();
      await until(async () => {
        await wait(20);
        return load.tally.comeAgain > 3;
      });
      await desk.primary.set('synchronous_standby_names', '');
      await load.written(ENOUGH);
      const { unanswered, faults } = await load.end();
      expect(faults).toEqual([]);
      expect(unanswered).toBe(0);
      expect(await desk.faultsIn(load)).toEqual(NONE);
      await desk.isReadFrom('away');
      await desk.addStandby();
    }));

  it('goes on in the other process when one is killed', () =>
    lent.to(async (desk) => {
      const audience = await Audience.of(desk);
      const run = await RunUnderWay.begin(desk);
      const load = desk.load();
      await load.written(ENOUGH);
      await desk.replicas[0]!.kill();
      await load.written(ENOUGH);
      await desk.replicas[0]!.start();
      await load.written(ENOUGH);
      const ended = await run.end();
      const { comeAgain, unanswered, faults } = await load.end();
      const misled = await audience.end();
      say(
        `A process was killed: ${String(unanswered)} requests were left without an answer, and made again; ${audience.words}.`,
      );
      expect(faults).toEqual([]);
      expect(comeAgain).toBe(0);
      expect(unanswered).toBeGreaterThan(0);
      expect(misled).toEqual(NOTHING_WRONG);
      expect(ended).toEqual(WHOLE);
      expect(await desk.faultsIn(load)).toEqual(NONE);
    }));

  it(
    `bears that its connections are ended ${String(TERMINATIONS)} times`,
    () =>
      lent.to(async (desk) => {
        const audience = await Audience.of(desk);
        const run = await RunUnderWay.begin(desk);
        const load = desk.load();
        await load.written(ENOUGH);
        for (let n = 0; n < TERMINATIONS; n += 1) {
          await desk.primary.ask(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'support-ticket-system%'`,
          );
          await load.written(3);
        }
        await load.written(ENOUGH);
        const ended = await run.end();
        const { comeAgain, unanswered, faults } = await load.end();
        const misled = await audience.end();
        say(
          `Connections were ended ${String(TERMINATIONS)} times: ${String(comeAgain)} answers said when to come again; ${audience.words}.`,
        );
        expect(faults).toEqual([]);
        expect(unanswered).toBe(0);
        expect(misled).toEqual(NOTHING_WRONG);
        expect(ended).toEqual(WHOLE);
        expect(await desk.faultsIn(load)).toEqual(NONE);
      }),
    LONG_MS,
  );

  it('says when to come again while the primary stands still, and goes on when that is over', () =>
    lent.to(async (desk) => {
      const load = desk.load();
      await load.written(ENOUGH);
      const goOn = await desk.primary.freeze();
      const before = load.tally.comeAgain;
      await until(async () => {
        await wait(20);
        return load.tally.comeAgain > before + 3;
      });
      goOn();
      await load.written(ENOUGH);
      const { unanswered, faults } = await load.end();
      expect(faults).toEqual([]);
      expect(unanswered).toBe(0);
      expect(await desk.faultsIn(load)).toEqual(NONE);
    }));

  inWhole(`says when to come again while all of its connections are waiting, and goes on after that${only}`, () =>
    lent.to(async (desk) => {
      const load = desk.load();
      await load.written(ENOUGH);
      const holder = new Client({ connectionString: desk.primary.url });
      await holder.connect();
      await holder.query('BEGIN; LOCK TABLE tickets IN ACCESS EXCLUSIVE MODE');
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, n) => desk.at(n % 2).post<ProblemBody>('/api/tickets', TICKET)),
      );
      await holder.end();
      await load.written(ENOUGH);
      const { faults } = await load.end();
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
      expect(answers.filter(({ headers }) => headers.get('retry-after') === null)).toEqual([]);
      expect(faults).toEqual([]);
      expect(await desk.faultsIn(load)).toEqual(NONE);
    }),
  );

  it('is started anew, one process after the other, and leaves no request without an answer', () =>
    lent.to(async (desk) => {
      const load = desk.load({ keyed: false });
      await load.written(ENOUGH);
      for (const at of IS_WHOLE ? [0, 1, 0, 1] : [1]) {
        await desk.replicas[at]!.stop();
        await load.written(ENOUGH);
        await desk.replicas[at]!.start();
        await load.written(ENOUGH);
      }
      const { comeAgain, unanswered, faults } = await load.end();
      say(
        `Started anew one after the other: ${String(unanswered)} requests found nobody and went to the other process.`,
      );
      expect(faults).toEqual([]);
      expect(comeAgain).toBe(0);
      expect(await desk.faultsIn(load, { keyed: false })).toEqual(NONE);
    }));
});

const behind = PGBOUNCER_VERSION === null ? PGBOUNCER_MISSING : `PgBouncer ${PGBOUNCER_VERSION}${only}`;
(PGBOUNCER_VERSION !== null && IS_WHOLE ? describe : describe.skip)(`the same behind PgBouncer: ${behind}`, () => {
  const lent = new LentDesk(() => ReplicatedDesk.start({ pooled: true }));
  beforeEach(() => lent.ready());
  afterAll(() => lent.stop());

  it(SURVIVES_ITS_PRIMARY, () => lent.to(survivesItsPrimary));
});
