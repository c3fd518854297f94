import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { benchCallers } from '../bench/desk/bench-caller.ts';
import type { BenchRequest } from '../bench/desk/bench-request.ts';
import { changesOf } from '../bench/desk/operations.ts';
import { readSubjects } from '../bench/desk/subjects.ts';
import { type LiveOrder, measuredLive } from '../bench/live/live-bench.ts';
import { liveFigures, liveMarkdown } from '../bench/live/live-table.ts';
import { figuresOfThisProcess } from '../bench/live/process-figures.ts';
import { fillDesk } from '../bench/load/desk-filling.ts';
import { LiveStreams } from '../src/live/live-streams.service.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const TICKETS = 200;
const STREAMS = 6;
/** Half a second, of which as much again goes before it. */
const [CHANGES, SECONDS] = [20, 0.5];

let app: TestApp;
let client: Client;
let next: () => BenchRequest;
let order: LiveOrder;
beforeAll(async () => {
  app = await startTestApp();
  await fillDesk(app.get(DataSource), { tickets: TICKETS, now: new Date(), rareWords: 300 }, () => undefined);
  client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  const callers = (await benchCallers(client, 3)).map(({ headers }) => headers);
  next = changesOf((await readSubjects(client)).changeable);
  order = {
    server: { name: 'desk', url: app.url, callers, isLimit: false, processorSeconds: () => 1 },
    ...{ figures: figuresOfThisProcess(), databaseSeconds: () => null, next },
    ...{ streams: STREAMS, changes: CHANGES, seconds: SECONDS },
  };
});
afterAll(async () => {
  await client.end();
  await app.close();
});

describe('the bench of open streams', () => {
  it('opens them, and notes when each was told of each change', async () => {
    const result = await measuredLive(order);
    expect(result).toMatchObject({ told: CHANGES, lost: 0, cut: 0, failed: 0, serverShare: 0, databaseShare: null });
    const { sinceSent, sinceAnswered, loop, memory } = result;
    expect(sinceSent.p50).toBeGreaterThan(0);
    expect(sinceSent.most).toBeGreaterThanOrEqual(sinceSent.p50);
    expect(sinceSent.p50).toBeGreaterThan(sinceAnswered.p50);
    expect(loop.most).toBeGreaterThanOrEqual(loop.p50);
    expect([memory.used, memory.resident].every(Number.isFinite)).toBe(true);
    await until(() => Promise.resolve(app.get(LiveStreams).count === 0));
    expect(liveFigures(result)).toContainEqual(['never told / streams cut / changes failed', '0 / 0 / 0']);
    expect(liveMarkdown([{ size: TICKETS, result }])).toContain('| told to each stream a second | 20.0 |');
  });

  it('tells of streams that are cut, and of what they were not told', async () => {
    let turn = 0;
    const cutting = (): BenchRequest => {
      turn += 1;
      if (turn === CHANGES * SECONDS + 1)
        for (const stream of [...app.get(LiveStreams).all()].slice(1)) stream.cut('unread');
      return next();
    };
    const { cut, lost } = await measuredLive({ ...order, next: cutting });
    expect(cut).toBe(STREAMS - 1);
    expect(lost).toBeGreaterThanOrEqual((STREAMS - 1) * CHANGES * SECONDS);
  });
});
