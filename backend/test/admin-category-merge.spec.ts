import type { AdminCategoryBody, AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody } from './support/api-client.ts';
import { type BulkRunBody, finished } from './support/bulk-runs.ts';
import { problem } from './support/problem.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const path = (key: string) => `/api/admin/categories/${key}/merge`;
const preview = (key: string, into: string) =>
  app.as('admin').get<{ tickets: number } & ProblemBody>(`${path(key)}?${new URLSearchParams({ into }).toString()}`);
const merge = (key: string, into: string) => app.as('admin').post<BulkRunBody & ProblemBody>(path(key), { into });

async function category(key: string): Promise<AdminCategoryBody | undefined> {
  const { body } = await app.as('admin').get<{ results: AdminCategoryBody[] }>('/api/admin/categories');
  return body.results.find((one) => one.key === key);
}

async function addCategory(label: string, tickets = 0): Promise<string> {
  const { body } = await app.as('admin').post<AdminCategoryBody>('/api/admin/categories', { label });
  for (let written = 0; written < tickets; written++) await app.api.createTicket({ category: body.key });
  return body.key;
}

async function breakdown(): Promise<Record<string, number>> {
  const { body } = await app.api.get<{ category_breakdown: Record<string, number> }>('/api/tickets/stats');
  return body.category_breakdown;
}

describe('merging a category into another', () => {
  it('tells first how many tickets move, then moves them and retires it', async () => {
    const [from, into] = [await addCategory('Fax', 3), await addCategory('Post', 1)];
    expect(await preview(from, into)).toMatchObject({ status: 200, body: { tickets: 3 } });
    expect(await category(from)).toMatchObject({ active: true, tickets: 3 });

    const answer = await merge(from, into);
    expect(answer).toMatchObject({ status: 202, body: { kind: 'merge', total: 3, can_undo: false } });
    expect(await category(from)).toMatchObject({ active: false, merged_into: into });
    expect(await finished(app.as('admin'), answer.body.id)).toMatchObject({ state: 'done', changed: 3, failed: 0 });
    expect(await category(from)).toMatchObject({ tickets: 0 });
    expect(await category(into)).toMatchObject({ active: true, merged_into: null, tickets: 4 });
    expect((await app.api.list({ category: into })).count).toBe(4);
  });

  it('is told by the audit log and by the history of each ticket', async () => {
    const [from, into] = [await addCategory('Telex', 1), await addCategory('Telegram')];
    const [ticket] = (await app.api.list({ category: from })).results;
    const { body: run } = await merge(from, into);
    await finished(app.as('admin'), run.id);
    const { body: log } = await app.as('admin').get<AuditPageBody>('/api/admin/audit?kind=category_merged&limit=1');
    expect(log.results[0]).toMatchObject({
      subject: { type: 'category', id: from, label: 'Telex' },
      details: { into },
    });
    const history = await app.api.get<{ results: object[] }>(`/api/tickets/${String(ticket?.id)}/events`);
    expect(history.body.results.at(-1)).toMatchObject({
      kind: 'changed',
      bulk_run_id: run.id,
      changes: [{ field: 'category', from, to: into }],
    });
  });

  it('takes it out of the figures once it has no tickets, and keeps its name for histories', async () => {
    const [from, into] = [await addCategory('Pigeon', 1), await addCategory('Balloon')];
    expect(await breakdown()).toMatchObject({ [from]: 1, [into]: 0 });
    await finished(app.as('admin'), (await merge(from, into)).body.id);
    expect(Object.keys(await breakdown())).not.toContain(from);
    expect(await breakdown()).toMatchObject({ [into]: 1 });
    const { body } = await app.api.get<{ results: object[] }>('/api/categories');
    expect(body.results).toContainEqual(
      expect.objectContaining({ key: from, label: 'Pigeon', active: false, merged_into: into }),
    );
  });

  it('takes along what had been merged into it', async () => {
    const [first, second, third] = [await addCategory('A1'), await addCategory('A2'), await addCategory('A3')];
    await merge(first, second);
    await merge(second, third);
    expect(await category(first)).toMatchObject({ merged_into: third });
    expect(await category(second)).toMatchObject({ merged_into: third });
  });

  it('frees its label for another one; then it comes back under a new label only', async () => {
    const from = await addCategory('Beeper');
    await merge(from, 'general');
    const again = await addCategory('BEEPER');
    expect(again).toBe('beeper_2');
    const restore = (body: object) =>
      app.as('admin').patch<AdminCategoryBody & ProblemBody>(`/api/admin/categories/${from}`, body);
    expect(problem(await restore({ active: true }))).toBe('409 category_exists label taken');
    expect(await restore({ active: true, label: 'Beeper, old' })).toMatchObject({
      status: 200,
      body: { active: true, merged_into: null },
    });
    const { body: log } = await app.as('admin').get<AuditPageBody>('/api/admin/audit?kind=category_restored&limit=1');
    expect(log.results[0]?.details).toEqual({
      changes: { active: { from: false, to: true }, merged_into: { from: 'general', to: null } },
    });
  });

  it('moves also the tickets of a retired one', async () => {
    const from = await addCategory('Minitel', 2);
    await app.as('admin').patch(`/api/admin/categories/${from}`, { active: false });
    await finished(app.as('admin'), (await merge(from, 'general')).body.id);
    expect(await category(from)).toMatchObject({ active: false, merged_into: 'general', tickets: 0 });
  });

  it.each([
    ['itself', 'billing', 'billing', '400 validation_failed into same_category'],
    ['one that is unknown', 'billing', 'nothing', '400 validation_failed into unknown_value'],
    ['one that is retired', 'billing', 'account', '400 validation_failed into retired_category'],
    ['nothing', 'billing', '', '400 validation_failed into required'],
    ['another one, when it is unknown', 'nothing', 'billing', '404 category_not_found'],
  ])('into %s is refused, the preview as well', async (_, from, into, expected) => {
    await app.as('admin').patch('/api/admin/categories/account', { active: false });
    expect(problem(await preview(from, into))).toBe(expected);
    expect(problem(await merge(from, into))).toBe(expected);
    expect(await category('billing')).toMatchObject({ active: true, merged_into: null });
  });
});
