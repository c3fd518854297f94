import { ModelRefit } from '../src/learning/model-refit.service.ts';
import { ReplayWorker } from '../src/classification/replay/replay-worker.service.ts';
import { JobQueue } from '../src/jobs/job-queue.ts';
import { DeskSettings } from '../src/suggestions/desk-settings.service.ts';
import type { AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody } from './support/api-client.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { EventStream } from './support/event-stream.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { clearTickets } from './support/ticket-rows.ts';
import { until } from './support/until.ts';

const REPLAYS = '/api/admin/suggestions/replays';
const TICKETS = 24;
/** A refit and five models that are made again, on a machine that may be busy. */
const TIME_TO_FIT_MS = 180_000;

interface Share {
  count: number;
  of: number;
  share: number | null;
}

interface Figures {
  right: Share;
  named: Share;
  abstained: Share;
  precision: Share;
  ece: number | null;
}

interface Field {
  baseline: Figures;
  candidate: Figures;
  difference: Record<'right' | 'named' | 'precision' | 'ece', { value: number; low: number; high: number } | null>;
  only_baseline: number;
  only_candidate: number;
  words: string[];
}

interface ReplayBody {
  id: string;
  state: string;
  plan: Record<'baseline' | 'candidate', Record<string, unknown>>;
  answered: number;
  questions: number;
  interruptions: number;
  failure: string | null;
  result: {
    compared: number;
    not_asked: number;
    stopped: string | null;
    failures: Record<'baseline' | 'candidate', Record<string, number>>;
    measured: Record<'baseline' | 'candidate', { as_it_stands: number; made_again: number }>;
    category: Field;
    priority: Field;
  } | null;
  differing: { ticket: number; title: string; field: string; decided: string; baseline: { value: string } }[];
}

interface PreviewBody {
  tickets: number;
  learned: { baseline: number; candidate: number };
  cost: { questions: number; most: number | null; likely: number | null; left: number | null } | null;
}

const llm = new FakeLlmServer();
let app: TestApp;
let worker: TestApp;
let variables: Record<string, string>;
let tickets: number[];
beforeAll(async () => {
  variables = { OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY, OPENAI_MODEL: 'priced' };
  // Who asks and who works are two processes.
  app = await startTestApp({ ...variables, LLM_PROVIDER: 'local', PROCESS_ROLE: 'api' });
  worker = await startWorker();
  tickets = await write(TICKETS);
});
beforeEach(() => {
  llm.reset();
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

/** One that learns only when it is told to. */
async function startWorker(): Promise<TestApp> {
  const started = await startReplica(app, { ...variables, LLM_PROVIDER: 'local', PROCESS_ROLE: 'worker' });
  await started.get(JobQueue).ready();
  await app.sql(`DELETE FROM pgboss.schedule WHERE name = 'model-check'`);
  return started;
}

const admin = () => app.as('admin');

/** Two of three are billing, and say so; the third says so too and belongs to account. */
async function write(count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    const description = `Charged twice for invoice ${String(number)}, please refund, mail ruth@example.com.`;
    const category = number % 3 === 0 ? 'account' : 'billing';
    ids.push((await app.api.createTicket({ title: `Number ${String(number)}`, description, category })).id);
  }
  return ids;
}

async function set(settings: object): Promise<void> {
  expect((await admin().patch('/api/admin/suggestions/settings', settings)).status).toBe(200);
}

async function start(order: object): Promise<string> {
  const { status, body } = await admin().post<ReplayBody>(REPLAYS, { tickets: TICKETS, ...order });
  expect([status, status === 202 || body]).toEqual([202, true]);
  return body.id;
}

const read = async (id: string): Promise<ReplayBody> => (await admin().get<ReplayBody>(`${REPLAYS}/${id}`)).body;

/** As an admin's page finds it out, which reads it when it is told to. */
async function ended(id: string): Promise<ReplayBody> {
  const stream = await EventStream.open(app.url, cookieOf(app, 'admin'));
  const isOver = ({ state }: ReplayBody) => !['queued', 'running'].includes(state);
  return stream.follow('replays.changed', () => read(id), isOver).finally(() => stream.cut());
}

async function replay(order: object): Promise<ReplayBody & { result: NonNullable<ReplayBody['result']> }> {
  const { result, ...done } = await ended(await start(order));
  if (!result) throw new Error(`The replay has no result: ${String(done.failure)}`);
  return { ...done, result };
}

async function refused(order: object, code = 'validation_failed'): Promise<ProblemBody> {
  const { body } = await admin().post<ProblemBody>(REPLAYS, { tickets: TICKETS, ...order });
  expect(body.code).toBe(code);
  return body;
}

const fieldsOf = ({ errors = [] }: ProblemBody) => errors.map(({ field, code }) => `${field} ${code}`);

/** The messages that the LLM got, without those of examples. */
const asked = (): string[] =>
  llm.requests.map(({ chat }) => {
    const messages = chat?.body['messages'] as { role: string; content: string }[];
    return messages.at(-1)?.content ?? '';
  });
const titleAsked = (message: string) => /<ticket-\w+>\nTitle: (.*)\n/.exec(message)?.[1] ?? '';

describe('a replay against other thresholds', () => {
  it('compares both on the same tickets, in figures and in words', async () => {
    const { result, ...done } = await replay({ candidate: { by: 'local', category_threshold: 1 } });
    expect(done).toMatchObject({ state: 'done', answered: 2 * TICKETS, questions: 2 * TICKETS, interruptions: 0 });
    expect(done.plan).toMatchObject({
      baseline: { by: 'local', category_threshold: null },
      candidate: { by: 'local', category_threshold: 1 },
    });
    // The starter has learned from no ticket: it is tried as it stands.
    expect(result.measured.baseline).toEqual({ as_it_stands: TICKETS, made_again: 0, of_other_words: false });
    const { baseline, candidate, difference, words } = result.category;
    expect(baseline).toMatchObject({ right: { count: 16, of: TICKETS }, named: { count: TICKETS } });
    expect(baseline.precision).toMatchObject({ count: 16, of: TICKETS });
    expect(candidate).toMatchObject({ right: { count: 16 }, named: { count: 0 }, precision: { of: 0, share: null } });
    expect(difference.right).toMatchObject({ value: 0 });
    expect(difference.named?.high).toBeLessThan(-0.8);
    expect(words[0]).toMatch(
      /^The candidate names one value on 100 of 100 fewer tickets; between \d+ and \d+ fewer\.$/,
    );
    expect(done.differing.filter(({ field }) => field === 'category')).toHaveLength(10);
    expect(done.differing[0]).toMatchObject({
      title: expect.stringMatching(/^Number /),
      baseline: { value: 'billing' },
    });
  });

  it('is audited, and listed, newest first', async () => {
    const { body } = await admin().get<{ results: ReplayBody[] }>(REPLAYS);
    const [newest] = body.results;
    const { body: log } = await admin().get<AuditPageBody>('/api/admin/audit?kind=replay_started');
    expect(log.results[0]).toMatchObject({ subject: { type: 'replay', id: newest?.id, label: '24 tickets' } });
  });
});

describe('a replay against an LLM', () => {
  beforeAll(() => set({ prices: { priced: { input: 1_000, output: 10_000 } } }));
  afterAll(() => set({ prices: null, daily_budget: null }));

  it('says before what it costs at most, and after what it likely costs', async () => {
    const order = { tickets: TICKETS, candidate: { by: 'llm', examples: false } };
    const preview = async () => (await admin().post<PreviewBody>(`${REPLAYS}/preview`, order)).body;
    const before = await preview();
    expect(before).toMatchObject({ tickets: TICKETS, cost: { questions: TICKETS, likely: null, left: null } });
    await replay(order);
    expect(llm.requests).toHaveLength(TICKETS);
    const [bill] = await app.sql<{ spent: number }>('SELECT sum(cost)::float8 AS spent FROM llm_calls');
    expect(bill?.spent).toBe(TICKETS);
    expect(before.cost?.most).toBeGreaterThan(TICKETS);
    expect((await preview()).cost?.likely).toBeCloseTo(TICKETS, 6);
  });

  it('asks as in life: masked, with examples, of which the ticket itself is none', async () => {
    const { result } = await replay({ candidate: { by: 'llm', examples: true, llm_model: 'other' } });
    expect(result.measured.candidate).toEqual({ as_it_stands: TICKETS, made_again: 0, of_other_words: false });
    expect(result.category.candidate.ece).not.toBeNull();
    expect(llm.requests[0]?.chat?.body['model']).toBe('other');
    const messages = asked();
    expect(messages).toHaveLength(TICKETS);
    expect(messages.join('')).not.toContain('ruth');
    expect(messages.filter((message) => message.includes('<example-')).length).toBeGreaterThan(TICKETS / 2);
    for (const message of messages) {
      const examples = [...message.matchAll(/<example-\w+>\nTitle: (.*)\n/g)].map(([, title]) => title);
      expect(examples).not.toContain(titleAsked(message));
    }
  });

  it('counts apart what brought no answer, and compares the others', async () => {
    llm.behave({ kind: 'refusal' }, { kind: 'refusal' }, { kind: 'keywords' });
    const { result } = await replay({ candidate: { by: 'llm', examples: false } });
    expect(result).toMatchObject({
      ...{ compared: TICKETS - 2, not_asked: 0, stopped: null },
      failures: { baseline: {}, candidate: { refused: 2 } },
    });
    expect(result.category.baseline.right.of).toBe(TICKETS - 2);
  });

  it('leaves the LLM alone after ten failures in a row, and says why there is nothing to compare', async () => {
    llm.behave({ kind: 'status', status: 401 });
    const failed = await ended(await start({ candidate: { by: 'llm' } }));
    expect(failed).toMatchObject({ state: 'failed', result: null });
    expect(failed.failure).toBe(
      'Both sides answered on 0 of 24 tickets; it takes 20 to compare them. The LLM failed: bad_api_key.',
    );
    expect(llm.requests.length).toBeLessThan(TICKETS - 8);
  });

  it('keeps to the budget of the day, and tells what that left out', async () => {
    await app.sql('DELETE FROM llm_calls');
    await set({ daily_budget: 20 });
    await until(async () => (await worker.get(DeskSettings).current()).dailyBudget === 20);
    const { result } = await replay({ candidate: { by: 'llm', examples: false } });
    expect(result.stopped).toBe('budget_used');
    // What is under way when the budget is reached is answered: four at a time.
    expect(result.compared).toBeGreaterThanOrEqual(20);
    expect(result.compared + result.not_asked).toBe(TICKETS);
    expect(result.failures.candidate).toEqual({});
    expect(llm.requests).toHaveLength(result.compared);
    await set({ daily_budget: null });
    await until(async () => (await worker.get(DeskSettings).current()).dailyBudget === null);
  });
});

describe('a replay that is under way', () => {
  it('is the only one, can be cancelled, and makes way for the next', async () => {
    llm.behave({ kind: 'loads' });
    const id = await start({ candidate: { by: 'llm', examples: false } });
    await llm.received(4);
    expect(await read(id)).toMatchObject({ state: 'running' });
    await refused({ candidate: { by: 'local', category_threshold: 1 } }, 'replay_running');
    const cancelled = await admin().post<ReplayBody>(`${REPLAYS}/${id}/cancel`, {});
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled', result: null } });
    // Nobody waits for the questions that were under way.
    expect(await Promise.all(llm.requests.slice(0, 4).map(({ ended: end }) => end))).not.toContain('answered');
    const again = await admin().post<ProblemBody>(`${REPLAYS}/${id}/cancel`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'replay_ended' } });
    llm.reset();
    expect((await replay({ candidate: { by: 'local', category_threshold: 1 } })).state).toBe('done');
    const { body: log } = await admin().get<AuditPageBody>('/api/admin/audit?kind=replay_cancelled');
    expect(log.results).toMatchObject([{ subject: { type: 'replay', id } }]);
  });

  it('goes on where it was when its worker stops, and asks nothing twice', async () => {
    const answered = 8;
    llm.behave(...Array.from({ length: answered }, () => ({ kind: 'keywords' as const })), { kind: 'loads' });
    const id = await start({ candidate: { by: 'llm', examples: false } });
    await until(async () => (await read(id)).answered === TICKETS + answered);
    await llm.received(answered + 4);
    const before = asked().slice(0, answered).map(titleAsked);
    await worker.close();
    llm.reset();
    worker = await startWorker();
    const { result, ...done } = await ended(id);
    expect(done).toMatchObject({ state: 'done', interruptions: 1, answered: 2 * TICKETS, questions: 2 * TICKETS });
    expect(result?.compared).toBe(TICKETS);
    const after = asked().map(titleAsked);
    expect(after).toHaveLength(TICKETS - answered);
    expect(after.filter((title) => before.includes(title))).toEqual([]);
  });

  it('is told as interrupted when nobody goes on with it', async () => {
    llm.behave({ kind: 'loads' });
    const id = await start({ candidate: { by: 'llm', examples: false } });
    await llm.received(4);
    await worker.get(ReplayWorker).rescue();
    expect((await read(id)).state).toBe('running');
    await app.sql(`UPDATE pgboss.job SET state = 'failed' WHERE name = 'replays' AND state = 'active'`);
    await worker.get(ReplayWorker).rescue();
    expect(await read(id)).toMatchObject({
      state: 'failed',
      failure: 'It was interrupted again and again: the processes that did it stopped. Start it once more.',
    });
  });
});

describe('what cannot be replayed', () => {
  const local = { by: 'local' };

  it.each([
    ['the same twice', { candidate: local }, ['candidate same']],
    ['no candidate', {}, ['candidate not_an_object']],
    ['a candidate that is a word', { candidate: 'local' }, ['candidate not_an_object']],
    ['a list of candidates', { candidate: [] }, ['candidate not_an_object']],
    ['a baseline that is a number', { baseline: 5, candidate: { by: 'llm' } }, ['baseline not_an_object']],
    ['nobody', { candidate: { by: 'me' } }, ['candidate.by unknown_value']],
    ['too few tickets', { tickets: 19, candidate: { ...local, category_threshold: 1 } }, ['tickets too_small']],
    ['too many tickets', { tickets: 2_001, candidate: { ...local, category_threshold: 1 } }, ['tickets too_large']],
    ['too many for an LLM', { tickets: 201, candidate: { by: 'llm' } }, ['tickets too_many']],
    ['a model that is not there', { candidate: { ...local, model: 4_711 } }, ['candidate.model unknown_value']],
    [
      'a threshold above one',
      { candidate: { ...local, category_threshold: 2 } },
      ['candidate.category_threshold too_large'],
    ],
    [
      'a threshold of an LLM',
      { candidate: { by: 'llm', category_threshold: 0.5 } },
      ['candidate.category_threshold not_of_this'],
    ],
    ['examples without a prompt', { candidate: { ...local, examples: true } }, ['candidate.examples not_of_this']],
    ['an odd baseline', { baseline: { by: 'me' }, candidate: { by: 'llm' } }, ['baseline.by unknown_value']],
  ])('is refused by its field: %s', async (_, order, fields) => {
    expect(fieldsOf(await refused(order))).toEqual(fields);
    const preview = await admin().post<ProblemBody>(`${REPLAYS}/preview`, { tickets: TICKETS, ...order });
    expect([preview.status, fieldsOf(preview.body)]).toEqual([400, fields]);
  });

  it('is an LLM that is not set up', async () => {
    const without = await startReplica(app, { LLM_PROVIDER: 'local', PROCESS_ROLE: 'api' });
    const { body } = await without.as('admin').post<ProblemBody>(REPLAYS, { tickets: 20, candidate: { by: 'llm' } });
    expect(fieldsOf(body)).toEqual(['candidate.by not_set_up']);
  });

  it('is nothing that was never begun', async () => {
    const nowhere = `${REPLAYS}/00000000-0000-7000-8000-000000000000`;
    expect(await admin().get(nowhere)).toMatchObject({ status: 404, body: { code: 'replay_not_found' } });
    expect(await admin().post(`${nowhere}/cancel`, {})).toMatchObject({ status: 404 });
  });

  it('keeps no more than fifty', async () => {
    await app.sql(
      `INSERT INTO replays (state, open, plan, via, finished_at, created_at)
       SELECT 'cancelled', false, '{}', 'system', now(), now() - interval '1 year' FROM generate_series(1, 60)`,
    );
    await replay({ candidate: { by: 'local', category_threshold: 1 } });
    expect(await app.sql('SELECT count(*)::int AS kept FROM replays')).toEqual([{ kept: 50 }]);
  });
});

describe('what a model has learned from', () => {
  it(
    'is never what it is tried on: another is made without it, and what was written later is judged as it stands',
    async () => {
      for (const id of tickets.slice(0, 6))
        await app.api.patch(`/api/tickets/${String(id)}`, {
          description: `zarfquux ${String(id)}`,
          category: 'technical',
        });
      const [starter] = (await admin().get<{ results: { id: number }[] }>('/api/admin/models')).body.results;
      expect(await worker.get(ModelRefit).refit(new AbortController().signal)).toBe('refit');
      const later = await write(2);
      const order = { tickets: TICKETS + 2, candidate: { by: 'local', model: starter?.id } };
      await until(async () => (await admin().post<PreviewBody>(`${REPLAYS}/preview`, order)).status === 200);
      const preview = (await admin().post<PreviewBody>(`${REPLAYS}/preview`, order)).body;
      expect(preview).toMatchObject({ tickets: TICKETS + 2, learned: { baseline: TICKETS, candidate: 0 }, cost: null });
      const { result } = await replay(order);
      expect(result.measured).toMatchObject({
        baseline: { as_it_stands: 2, made_again: TICKETS },
        candidate: { as_it_stands: TICKETS + 2, made_again: 0 },
      });
      expect(result.compared).toBe(TICKETS + 2);
      for (const id of later) await admin().delete(`/api/admin/tickets/${String(id)}`);
    },
    TIME_TO_FIT_MS,
  );
});

describe('a desk on which people have decided too little', () => {
  it('has nothing to replay', async () => {
    await clearTickets(app);
    await write(3);
    const order = { candidate: { by: 'local', category_threshold: 1 } };
    await refused(order, 'replay_too_few');
    const { body } = await admin().post<PreviewBody>(`${REPLAYS}/preview`, { tickets: TICKETS, ...order });
    expect(body.tickets).toBe(3);
  });
});
