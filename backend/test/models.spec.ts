import { ActiveModel } from '../src/learning/active-model.service.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { ModelRefit } from '../src/learning/model-refit.service.ts';
import { ModelRepository } from '../src/learning/model.repository.ts';
import type { AuditPageBody } from './support/admin-bodies.ts';
import { EventStream } from './support/event-stream.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';

const MODELS = '/api/admin/models';

interface ModelBody {
  id: number;
  version: string;
  state: string;
  why: string;
  activated_by: number | null;
  kept: boolean;
  metrics: { tickets: number; accuracy: number | null };
  learned_from: { tickets: number; corrections: number; by_category: Record<string, number> };
  comparison: { tickets: number; lost: string[] } | null;
}

interface ModelListBody {
  results: ModelBody[];
  refitting: boolean;
}

let app: TestApp;
let replica: TestApp;
beforeAll(async () => {
  // Who asks and who learns are two processes.
  app = await startTestApp({ PROCESS_ROLE: 'api' });
  replica = await startReplica(app);
});
afterAll(() => app.close());

const readAll = async (): Promise<ModelListBody> => (await app.as('admin').get<ModelListBody>(MODELS)).body;
const list = async (): Promise<ModelBody[]> => (await readAll()).results;
const newest = async (): Promise<ModelBody> => {
  const [model] = await list();
  if (!model) throw new Error('There is no model');
  return model;
};
const refit = () => replica.get(ModelRefit).refit(new AbortController().signal);

/** What a process would suggest for a text. */
async function judged(by: TestApp, description: string): Promise<string> {
  const { body } = await app.api.get<{ results: { key: string; label: string; description: string }[] }>(
    '/api/categories',
  );
  return by.get(ActiveModel).current().judge({ title: '', description }, body.results).category.value;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Tickets about a thing that only this desk knows. */
async function write(count: number, thing: string, category: string): Promise<number[]> {
  const ids: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { id } = await app.api.createTicket({ title: thing, description: `The ${thing} again`, category });
    ids.push(id);
  }
  return ids;
}

let tickets: number[] = [];
let starter: ModelBody;
let learned: ModelBody;

describe('a desk', () => {
  it('begins with the model of what is shipped with it, whichever process comes first', async () => {
    starter = await newest();
    expect(await list()).toEqual([starter]);
    expect(starter).toMatchObject({
      ...{ state: 'active', why: 'starter', kept: true, comparison: null },
      metrics: { tickets: 0, accuracy: null },
      learned_from: { tickets: 0, corrections: 0, by_category: {} },
    });
    expect(await judged(app, 'I was charged twice, please refund the invoice')).toBe('billing');
  });

  it('suggests better after twenty corrections, in every process', async () => {
    tickets = await write(20, 'zarfquux', 'general');
    for (const id of tickets) await app.api.patch(`/api/tickets/${String(id)}`, { category: 'account' });
    const stream = await EventStream.open(app.url, cookieOf(app, 'admin'));
    expect((await app.as('admin').post(`${MODELS}/refit`, undefined)).status).toBe(202);
    await stream.event('learning.changed');
    // A page that reads only when it is told to finds out that the desk has learned, and that it has ended.
    await stream.follow(
      'learning.changed',
      readAll,
      ({ results, refitting }) => !refitting && results[0]?.id !== starter.id,
    );
    stream.cut();
    learned = await newest();
    expect(learned).toMatchObject({
      ...{ state: 'active', why: 'refit' },
      metrics: { tickets: 20 },
      learned_from: { tickets: 20, corrections: 20, by_category: { account: 20 } },
      comparison: { tickets: 20, lost: [] },
    });
    expect((await list())[1]).toMatchObject({ id: starter.id, state: 'earlier' });
    for (const process of [app, replica]) {
      await until(async () => (await judged(process, 'zarfquux')) === 'account');
      expect(process.get(ActiveModel).current().version).toBe(learned.version);
    }
  });

  it('keeps aside what loses a category, and tells why', async () => {
    tickets.push(...(await write(60, 'zarfquux', 'billing')));
    expect(await refit()).toBe('lost_category');
    const aside = await newest();
    expect(aside).toMatchObject({
      state: 'aside',
      why: 'lost_category',
      comparison: { tickets: 80, lost: ['account'] },
    });
    expect(app.get(ActiveModel).current().version).toBe(learned.version);
  });

  it('makes the same model of the same data, and keeps it once', async () => {
    const before = await list();
    expect(await refit()).toBe('same');
    expect((await list()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('goes back to an earlier model when an admin says so', async () => {
    const { status, body } = await app
      .as('admin')
      .post<ModelBody>(`${MODELS}/${String(starter.id)}/activate`, undefined);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: starter.id, state: 'active', why: 'chosen', activated_by: expect.any(Number) });
    expect((await list()).filter(({ state }) => state === 'active').map(({ id }) => id)).toEqual([starter.id]);
    for (const process of [app, replica])
      await until(() => process.get(ActiveModel).current().version === starter.version);
    const { body: log } = await app.as('admin').get<AuditPageBody>('/api/admin/audit?kind=model_activated');
    expect(log.results).toMatchObject([{ subject: { type: 'model', id: String(starter.id), label: starter.version } }]);
  });

  it('forgets deleted tickets with the next model, which does not replace a chosen one unless it wins', async () => {
    for (const id of tickets) await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    expect(await refit()).toBe('no_better');
    expect(await newest()).toMatchObject({ version: starter.version, state: 'aside', learned_from: { tickets: 0 } });
    expect((await list()).find(({ state }) => state === 'active')?.id).toBe(starter.id);
  });

  it('goes on learning once an admin has come forward to the newest model again', async () => {
    const { id } = await newest();
    for (const there of [learned.id, id]) await app.as('admin').post(`${MODELS}/${String(there)}/activate`, undefined);
    await write(1, 'yarnspool', 'account');
    expect(await refit()).toBe('refit');
    expect(await newest()).toMatchObject({ state: 'active', learned_from: { tickets: 1 } });
  });

  it('knows that an admin went back, however many models were kept aside since', async () => {
    await app.as('admin').post(`${MODELS}/${String(starter.id)}/activate`, undefined);
    const models = replica.get(ModelRepository);
    let isKnown: boolean | undefined;
    const undone = replica.get(UnitOfWork).run(async (transaction) => {
      await transaction.query(
        `INSERT INTO models (version, format, state, why, metrics, learned_from)
         SELECT version || n, format, 'aside', 'no_better', metrics, learned_from FROM models, generate_series(1, 250) AS n
         WHERE id = $1`,
        [starter.id],
      );
      const { metrics, learned_from: learnedFrom } = starter as never as { metrics: never; learned_from: never };
      const model = { version: 'one more', why: 'no_better' as const, metrics, learnedFrom, comparison: null };
      // Each that is kept makes room by letting go of old ones.
      await models.insert(transaction, { ...model, heldOut: {}, bytes: new Uint8Array(1) }, 'aside');
      isKnown = await models.isChosenOverNewer(transaction, starter.id);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(isKnown).toBe(true);
  });

  it('learns a new category though an admin went back to a model', async () => {
    await app.as('admin').post(`${MODELS}/${String(starter.id)}/activate`, undefined);
    await app.as('admin').post('/api/admin/categories', { label: 'Quibblets', description: 'Quibblets and quibbling' });
    expect(await refit()).toBe('refit');
    await until(async () => (await judged(app, 'quibblets quibbling')) === 'quibblets');
  });
});

describe('a model', () => {
  it('that is not there cannot answer', async () => {
    const answer = await app.as('admin').post(`${MODELS}/4711/activate`, undefined);
    expect(answer).toMatchObject({ status: 404, body: { code: 'model_not_found' } });
  });

  it('of which only the figures are left cannot answer', async () => {
    await app.sql('UPDATE models SET bytes = NULL WHERE id = $1', [learned.id]);
    const answer = await app.as('admin').post(`${MODELS}/${String(learned.id)}/activate`, undefined);
    expect(answer).toMatchObject({ status: 409, body: { code: 'model_not_kept' } });
    expect((await list()).find(({ id }) => id === learned.id)?.kept).toBe(false);
  });
});
