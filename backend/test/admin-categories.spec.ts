import type { AdminCategoryBody, AuditEventBody, AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody } from './support/api-client.ts';
import { problem } from './support/problem.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

const PATH = '/api/admin/categories';

let app: TestApp;

function withAnAppOfItsOwn(): void {
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
}

const add = (body: unknown) => app.as('admin').post<AdminCategoryBody & ProblemBody>(PATH, body);
const change = (key: string, body: unknown, headers: Record<string, string> = {}) =>
  app.as('admin').patch<AdminCategoryBody & ProblemBody>(`${PATH}/${key}`, body, headers);
const reorder = (keys: unknown) => app.as('admin').put<CategoryList & ProblemBody>(`${PATH}/order`, { keys });
const list = async () => (await app.as('admin').get<CategoryList>(PATH)).body.results;

interface CategoryList {
  results: AdminCategoryBody[];
}

async function newestEvents(count: number): Promise<AuditEventBody[]> {
  const { body } = await app.as('admin').get<AuditPageBody>(`/api/admin/audit?limit=${String(count)}`);
  return body.results;
}

describe('the categories of the desk', () => {
  withAnAppOfItsOwn();

  it('are listed with how many tickets each has', async () => {
    await app.api.createTicket({ category: 'billing' });
    await app.api.createTicket({ category: 'billing' });
    expect((await list()).map(({ key, tickets }) => `${key} ${String(tickets)}`)).toEqual([
      'billing 2',
      'technical 0',
      'account 0',
      'general 0',
    ]);
    expect((await list())[0]).toEqual({
      key: 'billing',
      label: 'Billing',
      description: 'Invoices, payments, refunds, taxes, plans and prices.',
      position: 1,
      active: true,
      merged_into: null,
      tickets: 2,
      version: expect.any(Number),
    });
  });

  it('grow at the end, with a key made from the label, and the log tells who did it', async () => {
    const added = await add({ label: '  Hardware & Printers ', description: 'Everything with a plug.\nAlso cables.' });
    expect(added).toMatchObject({ status: 201 });
    expect(added.body).toEqual({
      key: 'hardware_printers',
      label: 'Hardware & Printers',
      description: 'Everything with a plug.\nAlso cables.',
      position: 5,
      active: true,
      merged_into: null,
      tickets: 0,
      version: expect.any(Number),
    });
    expect((await app.api.createTicket({ category: 'hardware_printers' })).category).toBe('hardware_printers');
    const [event] = await newestEvents(1);
    const [admin] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-admin'`);
    expect(event).toMatchObject({
      kind: 'category_created',
      actor: Number(admin?.id),
      via: 'web',
      subject: { type: 'category', id: 'hardware_printers', label: 'Hardware & Printers' },
      details: { label: 'Hardware & Printers', description: 'Everything with a plug.\nAlso cables.' },
    });
  });

  it('take the key that an admin gives', async () => {
    expect((await add({ label: 'Printers', key: 'hw_2' })).body).toMatchObject({ key: 'hw_2', description: '' });
    expect((await add({ label: 'Printers!', key: 'constructor' })).body).toMatchObject({ key: 'constructor' });
  });

  it.each([
    ['no label', {}, '400 validation_failed label required'],
    ['a blank label', { label: ' ' }, '400 validation_failed label required'],
    ['a label of two lines', { label: 'a\nb' }, '400 validation_failed label not_one_line'],
    ['a label of 81 characters', { label: '😀'.repeat(81) }, '400 validation_failed label too_long'],
    ['a label that is no text', { label: ['a'] }, '400 validation_failed label not_text'],
    ['a long description', { label: 'a', description: 'x'.repeat(1001) }, '400 validation_failed description too_long'],
    ['no text as description', { label: 'a', description: null }, '400 validation_failed description not_text'],
    ['a zero byte', { label: 'a', description: '\0' }, '400 validation_failed description invalid_characters'],
    ['a key in capitals', { label: 'a', key: 'A' }, '400 validation_failed key invalid_key'],
    ['a key of two lines', { label: 'a', key: 'a\nb' }, '400 validation_failed key invalid_key'],
    ['a key with a header', { label: 'a', key: 'a\r\nset-cookie: x=y' }, '400 validation_failed key invalid_key'],
    ['a field that is not theirs to set', { label: 'a', position: 0 }, '400 validation_failed position unknown_field'],
    ['merging by the back door', { label: 'a', merged_into: 'x' }, '400 validation_failed merged_into unknown_field'],
    ['the label of another one', { label: 'bILLING' }, '409 category_exists label taken'],
    ['the key of another one', { label: 'a', key: 'billing' }, '409 category_exists key taken'],
  ])('are not added with %s', async (_, body, expected) => {
    const before = await list();
    expect(problem(await add(body))).toBe(expected);
    expect(await list()).toEqual(before);
  });

  it('take 80 characters of any script, and 1,000 of description', async () => {
    const body = { label: '😀'.repeat(80), description: '😀'.repeat(1000) };
    expect(await add(body)).toMatchObject({ status: 201, body: { ...body, key: 'category' } });
    expect(await add({ label: '請求' })).toMatchObject({ status: 201, body: { key: 'category_2' } });
  });
});

describe('a category', () => {
  withAnAppOfItsOwn();

  it('is renamed and described; the log says from what to what, once', async () => {
    await app.api.createTicket({ category: 'general' });
    const changed = await change('general', { label: 'Everything else', description: '' });
    expect(changed).toMatchObject({ status: 200, body: { label: 'Everything else', description: '', tickets: 1 } });
    expect(await change('general', { label: 'Everything else' })).toMatchObject({ status: 200 });
    const events = (await newestEvents(5)).filter(({ kind }) => kind === 'category_changed');
    expect(events.map(({ details }) => details)).toEqual([
      {
        changes: {
          label: { from: 'General', to: 'Everything else' },
          description: { from: 'Questions, feedback and everything that fits nowhere else.', to: '' },
        },
      },
    ]);
  });

  it('is changed by one of two who saw the same, when both say what they saw', async () => {
    const seen = (await list()).find(({ key }) => key === 'technical')!;
    const ifMatch = { 'if-match': `"${String(seen.version)}"` };
    const first = await change('technical', { label: 'Machines' }, ifMatch);
    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).toBe(`"${String(first.body.version)}"`);
    expect(problem(await change('technical', { description: 'What breaks.' }, ifMatch))).toBe('412 stale_version');
    expect((await list()).find(({ key }) => key === 'technical')).toEqual(first.body);

    const now = { 'if-match': `"${String(first.body.version)}"` };
    expect((await change('technical', { description: 'What breaks.' }, now)).body).toMatchObject({
      ...{ label: 'Machines', description: 'What breaks.' },
    });
    // Who does not say what they saw is heard as ever.
    expect((await change('technical', { label: 'Technical' })).status).toBe(200);
  });

  it('is at another version when it is retired, and not when it moves', async () => {
    const versions = async () => Object.fromEntries((await list()).map(({ key, version }) => [key, version]));
    const before = await versions();
    await reorder(['general', 'account', 'technical', 'billing']);
    expect(await versions()).toEqual(before);
    expect((await change('account', { active: false })).body.version).not.toBe(before['account']);
    await change('account', { active: true });
    await reorder(['billing', 'technical', 'account', 'general']);
    expect(await versions()).toEqual(before);
  });

  it('keeps its own label, whatever its case', async () => {
    expect(await change('general', { label: 'GENERAL' })).toMatchObject({ status: 200, body: { label: 'GENERAL' } });
  });

  it('is retired: kept on its tickets and as a filter, not offered for new ones; and restored', async () => {
    const old = await app.api.createTicket({ category: 'account' });
    expect((await change('account', { active: false })).body).toMatchObject({ active: false, merged_into: null });
    const fresh = { title: 'A', description: 'b', category: 'account', priority: 'low' };
    expect(problem(await app.api.post<ProblemBody>('/api/tickets', fresh))).toBe(
      '400 validation_failed category unknown_value',
    );
    expect(await app.api.list({ category: 'account' })).toMatchObject({ count: 1, results: [{ id: old.id }] });
    expect((await change('account', { active: true })).body).toMatchObject({ active: true });
    expect(await app.api.post('/api/tickets', fresh)).toMatchObject({ status: 201 });
    expect((await newestEvents(2)).map(({ kind, details }) => [kind, details])).toEqual([
      ['category_restored', { changes: { active: { from: false, to: true } } }],
      ['category_retired', { changes: { active: { from: true, to: false } } }],
    ]);
  });

  it.each([
    ['unknown', 'nothing', { label: 'a' }, '404 category_not_found'],
    ['given nothing', 'general', {}, '400 validation_failed body empty'],
    ['given a blank label', 'general', { label: '' }, '400 validation_failed label required'],
    ['given null as label', 'general', { label: null }, '400 validation_failed label required'],
    ['given null as description', 'general', { description: null }, '400 validation_failed description not_text'],
    ['given words as active', 'general', { active: 'false' }, '400 validation_failed active not_a_boolean'],
    ['given another key', 'general', { key: 'x' }, '400 validation_failed key unknown_field'],
    ['given the label of another one', 'general', { label: 'billing' }, '409 category_exists label taken'],
    ['asked for by no key', 'General', { label: 'a' }, '400 validation_failed key invalid_key'],
  ])('that is %s stays as it is', async (_, key, body, expected) => {
    const before = await list();
    expect(problem(await change(key, body))).toBe(expected);
    expect(await list()).toEqual(before);
  });

  it('that is the last active one cannot be retired', async () => {
    for (const key of ['billing', 'technical', 'account']) await change(key, { active: false });
    expect(problem(await change('general', { active: false }))).toBe('409 last_category');
    expect((await list()).filter(({ active }) => active)).toHaveLength(1);
  });
});

describe('what is filled in where a ticket is written without category or priority', () => {
  withAnAppOfItsOwn();

  const shown = async () => (await app.api.get<{ filled_in: object }>('/api/categories')).body.filled_in;

  it('is told with the categories, also once general is retired', async () => {
    expect(await shown()).toEqual({ category: 'general', priority: 'medium' });
    await change('general', { active: false });
    expect(await shown()).toEqual({ category: 'billing', priority: 'medium' });
    const text = { title: 'Nobody says where', description: 'It goes.' };
    const { body } = await app.api.post<{ category: string }>('/api/tickets?classify=true', text);
    expect(body).toMatchObject({ ...(await shown()), triage: 'pending' });
  });
});

describe('the order of the categories', () => {
  withAnAppOfItsOwn();

  it('is what an admin makes it, everywhere, and the log has both orders', async () => {
    await change('account', { active: false });
    const order = ['general', 'account', 'billing', 'technical'];
    const reordered = await reorder(order);
    expect(reordered.status).toBe(200);
    expect(reordered.body.results.map(({ key, position }) => `${key} ${String(position)}`)).toEqual([
      'general 1',
      'account 2',
      'billing 3',
      'technical 4',
    ]);
    expect(await reorder(order)).toMatchObject({ status: 200 });
    const shown = await app.api.get<{ results: { key: string }[] }>('/api/categories');
    expect(shown.body.results.map(({ key }) => key)).toEqual(order);
    const { body: stats } = await app.api.get<{ category_breakdown: object }>('/api/tickets/stats');
    expect(Object.keys(stats.category_breakdown)).toEqual(order);
    const events = (await newestEvents(5)).filter(({ kind }) => kind === 'categories_reordered');
    expect(events.map(({ details }) => details)).toEqual([
      { changes: { order: { from: ['billing', 'technical', 'account', 'general'], to: order } } },
    ]);
  });

  it.each([
    ['without one of them', ['billing', 'technical', 'account'], 'keys incomplete'],
    ['with one twice', ['billing', 'technical', 'account', 'account'], 'keys incomplete'],
    ['with all and one twice', ['billing', 'technical', 'account', 'general', 'general'], 'keys incomplete'],
    ['with an unknown one', ['billing', 'technical', 'account', 'other'], 'keys incomplete'],
    ['of nothing', [], 'keys incomplete'],
    ['that is no list', 'billing', 'keys not_a_list'],
    ['of objects', [{}, {}, {}, {}], 'keys not_text'],
  ])('is refused %s', async (_, order, expected) => {
    const before = await list();
    expect(problem(await reorder(order))).toBe(`400 validation_failed ${expected}`);
    expect(await list()).toEqual(before);
  });
});
