import { DataSource } from 'typeorm';
import type { AdminCategoryBody } from './support/admin-bodies.ts';
import type { ProblemBody } from './support/api-client.ts';
import { type BulkRunBody, finished } from './support/bulk-runs.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const llm = new FakeLlmServer();
let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  const settings = { OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY };
  one = await startTestApp(settings);
  other = await startReplica(one, settings);
});
afterAll(async () => {
  await other.close();
  await one.close();
  await llm.stop();
});

const add = (app: TestApp, label: string, description = '') =>
  app.as('admin').post<AdminCategoryBody & ProblemBody>('/api/admin/categories', { label, description });
const change = (app: TestApp, key: string, body: unknown) =>
  app.as('admin').patch<AdminCategoryBody & ProblemBody>(`/api/admin/categories/${key}`, body);
const write = (app: TestApp, category: string) =>
  app.api.post<ProblemBody>('/api/tickets', { title: 'A', description: 'b', category, priority: 'low' });

/** What the LLM is told when a suggestion is asked for: the keys it may answer with, and the words of the prompt. */
async function askedOf(app: TestApp): Promise<{ keys: readonly string[]; prompt: string }> {
  llm.reset();
  await app.api.post('/api/tickets/classify', { description: 'The printer is on fire.' });
  const { chat } = await llm.received(1);
  return { keys: chat?.enums['category.value'] ?? [], prompt: chat?.instructions ?? '' };
}

async function breakdown(app: TestApp): Promise<string[]> {
  const { body } = await app.api.get<{ category_breakdown: object }>('/api/tickets/stats');
  return Object.keys(body.category_breakdown);
}

/** Works beside the API, in a transaction of its own. */
async function transaction(app: TestApp, statement: string, parameters: unknown[] = []) {
  const runner = app.get(DataSource).createQueryRunner();
  await runner.startTransaction();
  await runner.query(statement, parameters);
  return {
    commit: () => runner.commitTransaction().finally(() => runner.release()),
    rollback: () => runner.rollbackTransaction().finally(() => runner.release()),
  };
}

async function untilSomeoneWaits(app: TestApp): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await until(async () => (await app.sql(waiting)).length > 0);
}

describe('a change of the vocabulary by one API', () => {
  it('is known to the other at once: a new category in validation, filters, figures, schema and prompt', async () => {
    expect(await write(other, 'hardware')).toMatchObject({ status: 400 });
    expect((await askedOf(other)).keys).not.toContain('hardware');
    await add(one, 'Hardware', 'Everything with a plug.');

    expect(await write(other, 'hardware')).toMatchObject({ status: 201 });
    expect((await other.api.list({ category: 'hardware' })).count).toBe(1);
    expect(await breakdown(other)).toContain('hardware');
    const { keys, prompt } = await askedOf(other);
    expect(keys).toEqual(['billing', 'technical', 'account', 'general', 'hardware']);
    expect(prompt).toContain('- hardware (Hardware): Everything with a plug.\n');
  });

  it('a new label and description, in the prompt', async () => {
    await change(one, 'billing', { label: 'Money', description: 'Invoices\nand   payments.' });
    expect((await askedOf(other)).prompt).toContain('- billing (Money): Invoices and payments.\n');
  });

  it('a new order, in figures and schema', async () => {
    const order = [...(await breakdown(other))].reverse();
    await one.as('admin').put('/api/admin/categories/order', { keys: order });
    expect(await breakdown(other)).toEqual(order);
    expect((await askedOf(other)).keys).toEqual(order);
  });

  it('a retired category, which stays in filters and figures and is offered nowhere', async () => {
    await change(one, 'account', { active: false });
    expect(await write(other, 'account')).toMatchObject({ status: 400 });
    expect((await other.api.list({ category: 'account' })).count).toBe(0);
    expect(await breakdown(other)).toContain('account');
    const { keys, prompt } = await askedOf(other);
    expect(keys).not.toContain('account');
    expect(prompt).not.toContain('- account (');
  });
});

describe('two admins at the same moment', () => {
  const names = async () => (await one.sql<{ key: string }>('SELECT key FROM categories')).map(({ key }) => key);

  it('do not both add a category of the same label', async () => {
    const answers = await Promise.all([one, other, one, other].map((app) => add(app, 'Twins')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await names()).filter((key) => key.startsWith('twins'))).toEqual(['twins']);
  });

  it('add categories whose keys would be the same, and both get one', async () => {
    const answers = await Promise.all([add(one, 'Same key'), add(other, 'Same-key')]);
    expect(answers.map(({ body }) => body.key).sort()).toEqual(['same_key', 'same_key_2']);
  });

  it('do not both retire the last two categories', async () => {
    const [first = '', second = '', ...rest] = await names();
    await one.sql('UPDATE categories SET active = key IN ($1, $2)', [first, second]);
    const answers = await Promise.all([
      change(one, first, { active: false }),
      change(other, second, { active: false }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('last_category');
    await one.sql('UPDATE categories SET active = true WHERE key = ANY ($1)', [[first, second, ...rest]]);
  });

  it('cannot do so past our code either: the database refuses', async () => {
    const [first = '', second = ''] = await names();
    await one.sql('UPDATE categories SET active = key IN ($1, $2)', [first, second]);
    const retire = 'UPDATE categories SET active = false WHERE key = $1';
    const transactions = [await transaction(one, retire, [first]), await transaction(one, retire, [second])];
    const outcomes = await Promise.allSettled(transactions.map(({ commit }) => commit()));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(one.sql('UPDATE categories SET active = false')).rejects.toThrow('active category');
    await one.sql('UPDATE categories SET active = true');
  });

  it('do not merge two categories into each other', async () => {
    await add(one, 'Chicken');
    await add(one, 'Egg');
    const merge = (app: TestApp, from: string, into: string) =>
      app.as('admin').post(`/api/admin/categories/${from}/merge`, { into });
    const answers = await Promise.all([merge(one, 'chicken', 'egg'), merge(other, 'egg', 'chicken')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 400]);
  });
});

describe('a merge', () => {
  it('waits for the tickets that are being written into the category', async () => {
    await add(one, 'Pager');
    const writer = await transaction(other, `SELECT 1 FROM categories WHERE key = 'pager' FOR KEY SHARE`);
    let merged = false;
    const merge = one
      .as('admin')
      .post<BulkRunBody>('/api/admin/categories/pager/merge', { into: 'general' })
      .finally(() => (merged = true));
    await untilSomeoneWaits(one);
    expect(merged).toBe(false);
    await writer.commit();
    expect(await merge).toMatchObject({ status: 202 });
  });

  it('leaves no ticket behind, however many are written meanwhile', async () => {
    await add(one, 'Rush');
    const writes = Array.from({ length: 40 }, (_, index) => write(index % 2 ? one : other, 'rush'));
    const merge = await one.as('admin').post<BulkRunBody>('/api/admin/categories/rush/merge', { into: 'general' });
    const written = (await Promise.all(writes)).filter(({ status }) => status === 201).length;
    expect(await finished(one.as('admin'), merge.body.id)).toMatchObject({
      state: 'done',
      changed: written,
      failed: 0,
    });
    expect((await one.api.list({ category: 'rush' })).count).toBe(0);
  });
});
