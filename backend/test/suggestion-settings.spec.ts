import type { AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody } from './support/api-client.ts';
import { problem } from './support/problem.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const PATH = '/api/admin/suggestions/settings';
const FIRST = {
  fallback: 'defaults',
  hidden_share: 0,
  category_threshold: null,
  priority_threshold: null,
  masking: true,
  mask_patterns: [],
  examples: true,
  daily_budget: 2.5,
  prices: {},
};
type Name = keyof typeof FIRST;
const NAMES = Object.keys(FIRST) as Name[];
const ALL = {
  fallback: 'local',
  hidden_share: 0.5,
  category_threshold: 0.95,
  priority_threshold: 0,
  masking: false,
  mask_patterns: [{ name: 'customer number', pattern: 'KD-\\d{6}' }],
  examples: false,
  daily_budget: 0,
  prices: { 'gpt-4o-mini': { input: 0.15, output: 0.6 }, 'llama3.2:3b': { input: 0, output: 0 } },
};
const NOTHING = Object.fromEntries(NAMES.map((name) => [name, null]));

type SettingsBody = Record<Name, unknown> & {
  from: Record<Name, string>;
  environment: Record<Name, unknown>;
  environment_from: Record<Name, string>;
  version: number;
  updated_at: string | null;
  updated_by: number | null;
};

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LLM_PROVIDER: 'local', LLM_DAILY_BUDGET: '2.50' });
});
afterAll(() => app.close());
beforeEach(() => change(NOTHING));

const read = () => app.as('admin').get<SettingsBody>(PATH);
const change = (body: unknown, headers: Record<string, string> = {}) =>
  app.as('admin').patch<SettingsBody & ProblemBody>(PATH, body, headers);
/** The environment of this desk says two of them. */
const UNSET = {
  ...Object.fromEntries(NAMES.map((name) => [name, 'shipped'])),
  ...{ hidden_share: 'environment', daily_budget: 'environment' },
};
const from = (origin: string) => Object.fromEntries(NAMES.map((name) => [name, origin]));
const newestEvents = async () => (await app.as('admin').get<AuditPageBody>('/api/admin/audit?limit=1')).body.results;

describe('the settings of suggestions', () => {
  it('are what the environment says, or as shipped, until somebody sets them, and say which', async () => {
    const { status, headers, body } = await read();
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(`"${String(body.version)}"`);
    expect(body).toMatchObject({ ...FIRST, from: UNSET, environment: FIRST, environment_from: UNSET });
  });

  it('are changed one or all at a time, and go back with null', async () => {
    const { body: before } = await read();
    const one = await change({ hidden_share: 0.2 });
    expect(one.body).toMatchObject({
      ...FIRST,
      hidden_share: 0.2,
      from: { ...UNSET, hidden_share: 'desk' },
      version: before.version + 1,
    });
    expect(one.body.updated_at).toEqual(expect.stringMatching(/^\d{4}-.*Z$/));
    const all = await change(ALL);
    expect(all.body).toMatchObject({ ...ALL, from: from('desk'), environment: FIRST, environment_from: UNSET });
    expect((await read()).body).toEqual(all.body);
    expect((await change(NOTHING)).body).toMatchObject({ ...FIRST, from: UNSET });
  });

  it('belong to somebody who has seen them: a change on an older version is refused and changes nothing', async () => {
    const seen = (await read()).headers.get('etag') ?? '';
    expect((await change({ fallback: 'local' }, { 'if-match': seen })).status).toBe(200);
    const late = await change({ fallback: 'defaults', hidden_share: 0.1 }, { 'if-match': seen });
    expect(problem(late)).toBe('412 stale_version');
    expect((await read()).body).toMatchObject({ fallback: 'local', hidden_share: 0 });
    expect(problem(await change({ fallback: 'local' }, { 'if-match': '3' }))).toBe(
      '400 validation_failed If-Match invalid_entity_tag',
    );
  });

  it('lose nothing when two admins change them at the same moment', async () => {
    const { version } = (await read()).body;
    const answers = await Promise.all([change({ hidden_share: 0.3 }), change({ masking: false })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await read()).body).toMatchObject({ hidden_share: 0.3, masking: false, version: version + 2 });
  });

  it('stand in the audit log with what was different; what changes nothing makes no version and no event', async () => {
    const { body: before } = await change({ hidden_share: 0.3, prices: ALL.prices });
    const [admin] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-admin'`);
    expect(before.updated_by).toBe(Number(admin?.id));
    const [event] = await newestEvents();
    expect(event).toMatchObject({
      kind: 'suggestion_settings_changed',
      actor: Number(admin?.id),
      subject: { type: 'settings' },
      details: { changes: { hidden_share: { from: null, to: 0.3 }, prices: { from: null, to: ALL.prices } } },
    });
    const same = await change({ hidden_share: 0.3, prices: ALL.prices, masking: null });
    expect(same.body).toEqual(before);
    expect(await newestEvents()).toEqual([event]);
  });

  it.each([
    ['nothing', {}, 'body empty'],
    ['an unknown field', { threshold: 1 }, 'threshold unknown_field'],
    ['an unknown fallback', { fallback: 'llm' }, 'fallback unknown_value'],
    ['a share as text', { hidden_share: '0.1' }, 'hidden_share not_a_number'],
    ['too large a share', { hidden_share: 0.51 }, 'hidden_share too_large'],
    ['a negative share', { hidden_share: -0.01 }, 'hidden_share too_small'],
    ['a threshold over 1', { category_threshold: 1.01 }, 'category_threshold too_large'],
    ['a negative threshold', { priority_threshold: -1 }, 'priority_threshold too_small'],
    ['masking as a word', { masking: 'yes' }, 'masking not_a_boolean'],
    ['examples as a number', { examples: 1 }, 'examples not_a_boolean'],
    ['a negative budget', { daily_budget: -1 }, 'daily_budget too_small'],
    ['a budget of three decimals', { daily_budget: 1.005 }, 'daily_budget too_precise'],
    ['a tiny budget', { daily_budget: 1e-7 }, 'daily_budget too_precise'],
    ['a budget beyond all measure', { daily_budget: 1_000_000.01 }, 'daily_budget too_large'],
    ['prices as a list', { prices: [] }, 'prices not_an_object'],
    ['no price', { prices: { x: null } }, 'prices not_an_object'],
    ['a price as a number', { prices: { x: 1 } }, 'prices not_an_object'],
    ['half a price', { prices: { 'gpt-4.1': { input: 1 } } }, 'prices.gpt-4.1.output not_a_number'],
    ['a negative price', { prices: { x: { input: -1, output: 1 } } }, 'prices.x.input too_small'],
    ['more than a price', { prices: { x: { input: 1, output: 1, a: 1 } } }, 'prices.x.a unknown_field'],
    ['a model without a name', { prices: { '': { input: 1, output: 1 } } }, 'prices invalid_name'],
    ['a model of two lines', { prices: { 'a\nb': { input: 1, output: 1 } } }, 'prices invalid_name'],
    ['51 prices', { prices: Object.fromEntries(numbered(51, { input: 1, output: 1 })) }, 'prices too_many'],
    ['patterns as an object', { mask_patterns: {} }, 'mask_patterns not_a_list'],
    ['a pattern that is none', { mask_patterns: [null] }, 'mask_patterns not_an_object'],
    ['a pattern without a name', { mask_patterns: [{ pattern: 'a' }] }, 'mask_patterns.0.name required'],
    ['an empty pattern', { mask_patterns: [{ name: 'a', pattern: '' }] }, 'mask_patterns.0.pattern required'],
    [
      'a long pattern',
      { mask_patterns: [{ name: 'a', pattern: 'x'.repeat(201) }] },
      'mask_patterns.0.pattern too_long',
    ],
    [
      'a name with a colon',
      { mask_patterns: [{ name: 'Number: old', pattern: 'x' }] },
      'mask_patterns.0.name invalid_name',
    ],
    ['a broken pattern', { mask_patterns: [{ name: 'a', pattern: '(' }] }, 'mask_patterns.0.pattern invalid_pattern'],
    [
      'two of a name',
      { mask_patterns: ['A', 'a'].map((name) => ({ name, pattern: 'x' })) },
      'mask_patterns.1.name taken',
    ],
    [
      '21 patterns',
      { mask_patterns: numbered(21, 'x').map(([name, pattern]) => ({ name, pattern })) },
      'mask_patterns too_many',
    ],
  ])('are not changed by %s', async (_, body, expected) => {
    const before = (await read()).body;
    expect(problem(await change(body))).toBe(`400 validation_failed ${expected}`);
    expect((await read()).body).toEqual(before);
  });

  it('take as much as they promise: fifty prices and twenty patterns at once', async () => {
    const mask_patterns = numbered(20, 'x'.repeat(200)).map(([name, pattern]) => ({ name, pattern }));
    const body = { ...ALL, prices: Object.fromEntries(numbered(50, { input: 1, output: 2.345 })), mask_patterns };
    expect(await change(body)).toMatchObject({ status: 200, body });
  });
});

describe('the thresholds of the desk', () => {
  const text = { description: 'I was charged twice for the invoice of March, please refund one payment.' };
  const judged = async (by: TestApp) => {
    const { body } = await by.api.post<{
      options: { category: string[]; priority: string[] };
      suggested_category: string;
      confidence: { category: number | null };
    }>('/api/tickets/classify', text);
    return body;
  };

  it('take the place of what the model found out, at once, and in other processes within seconds', async () => {
    const replica = await startReplica(app, { LLM_PROVIDER: 'local' });
    const own = await judged(app);
    expect(own.options.category).toEqual(['billing']);
    await judged(replica);
    await change({ category_threshold: 1 });
    expect((await judged(app)).options.category).not.toEqual(['billing']);
    await until(async () => (await judged(replica)).options.category.length !== 1);
    await change({ category_threshold: 0, priority_threshold: 0 });
    expect(await judged(app)).toMatchObject({ options: { category: ['billing'], priority: [expect.any(String)] } });
    await change({ priority_threshold: 1 });
    expect((await judged(app)).options.priority).not.toHaveLength(1);
    await change(NOTHING);
    expect(await judged(app)).toMatchObject({ ...own, suggestion_id: expect.any(String) });
  });
});

function numbered<Value>(count: number, value: Value): [string, Value][] {
  return Array.from({ length: count }, (_, n) => [`number ${String(n)}`, value]);
}
