import type { ProblemBody } from './support/api-client.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const UNSEEN = [
  '\u200b',
  '\u00ad',
  '\u2060',
  '\u2800',
  '\u3164',
  '\u200e\u200f',
  '\ufeff\u200b',
  '\u202e',
  ' \u200d \u00a0',
];
const ticket = { title: 'A', description: 'B', category: 'general', priority: 'low' };
const token = { name: 'A', scopes: ['tickets:read'], expires_in_days: 1 };
const person = { username: 'somebody', display_name: 'A', role: 'agent' };

describe('a text of which nobody sees anything', () => {
  it.each<[path: string, body: object, field: string]>([
    ['/api/tickets', ticket, 'title'],
    ['/api/tickets', ticket, 'description'],
    ['/api/tickets/classify', { description: 'B' }, 'description'],
    ['/api/admin/categories', { label: 'A' }, 'label'],
    ['/api/admin/users', person, 'display_name'],
    ['/api/auth/tokens', token, 'name'],
  ])('is empty: %s %j %s', async (path, body, field) => {
    for (const text of UNSEEN) {
      const answer = await app.as('admin').post<ProblemBody>(path, { ...body, [field]: text });
      expect([text, answer.status, answer.body.errors?.[0]]).toEqual([
        text,
        400,
        expect.objectContaining({ field, code: 'required' }),
      ]);
    }
  });

  it('is refused by the database too', async () => {
    const { id } = await app.api.createTicket();
    for (const [table, column, where] of [
      ['tickets', 'title', `id = ${String(id)}`],
      ['tickets', 'description', `id = ${String(id)}`],
      ['categories', 'label', `key = 'general'`],
      ['users', 'display_name', `username = 'test-agent'`],
    ] as const) {
      for (const text of UNSEEN) {
        const sql = `UPDATE ${table} SET ${column} = $1 WHERE ${where}`;
        await expect(app.sql(sql, [text])).rejects.toThrow('_check');
      }
    }
  });
});

describe('an optional text of which nobody sees anything', () => {
  it.each(UNSEEN)('is as if it were empty: %j', async (text) => {
    const admin = app.as('admin');
    const path = '/api/admin/categories/account';
    const described = await admin.patch<{ description: string }>(path, { description: text });
    expect([described.status, described.body.description]).toEqual([200, '']);
    const asked = await app.api.post('/api/tickets/classify', { title: text, description: 'The invoice is wrong.' });
    expect(asked.status).toBe(200);
  });
});

describe('a search of which nobody sees anything', () => {
  it.each([...UNSEEN, '', ' ', '"" \u200b'])('is as if there were none: %j', async (search) => {
    await app.api.createTicket();
    const all = await app.api.list({});
    expect((await app.api.list({ search })).count).toBe(all.count);
    const query = new URLSearchParams({ search }).toString();
    const people = (address: string) => app.as('admin').get<{ count: number }>(address);
    if (search.includes('"')) return;
    expect((await people(`/api/admin/users?${query}`)).body.count).toBe((await people('/api/admin/users')).body.count);
  });

  it.each([...UNSEEN, '', ' ', '"" \u200b'])('chooses no tickets for a change of many: %j', async (search) => {
    const order = { selection: { filter: { search } }, action: { kind: 'delete' } };
    const answer = await app.as('admin').post<ProblemBody>('/api/admin/tickets/bulk/preview', order);
    expect([answer.status, answer.body.errors?.[0]]).toEqual([
      400,
      expect.objectContaining({ field: 'selection.filter.search', code: 'empty' }),
    ]);
  });
});

describe('a name', () => {
  it.each<[path: string, body: object, field: string]>([
    ['/api/admin/categories', { label: 'A' }, 'label'],
    ['/api/admin/users', person, 'display_name'],
    ['/api/auth/tokens', token, 'name'],
  ])('does not turn the direction of its letters: %s %j %s', async (path, body, field) => {
    const answer = await app.as('admin').post<ProblemBody>(path, { ...body, [field]: 'Mina\u202e kraP' });
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([400, 'disguised']);
  });

  it('of a person who signs in may be an address of e-mail', async () => {
    for (const username of ['mina.park+desk@example.com', "o'brien@example.com"]) {
      const made = await app
        .as('admin')
        .post<{ user: { username: string } }>('/api/admin/users', { ...person, username });
      expect([made.status, made.body.user.username]).toEqual([201, username]);
    }
    const answer = await app.as('admin').post('/api/admin/users', { ...person, username: '+mina' });
    expect(answer.status).toBe(400);
  });
});

describe('labels that look alike', () => {
  it.each([
    ['in another case', 'CAFÉ'],
    ['decomposed', 'Cafe\u0301'],
    ['with a zero-width space', 'Ca\u200bfé'],
    ['with wide letters', 'Ｃａｆé'],
    ['with a space that does not break', 'Café\u00a0'],
  ])('are the same: %s', async (_, label) => {
    await app.sql(`INSERT INTO categories (key, label, description, position) VALUES ('cafe', 'Café', '', 99)
      ON CONFLICT DO NOTHING`);
    const added = await app.as('admin').post<ProblemBody>('/api/admin/categories', { label });
    expect([added.status, added.body.code, added.body.errors?.[0]?.field]).toEqual([409, 'category_exists', 'label']);
    const changed = await app.as('admin').patch<ProblemBody>('/api/admin/categories/general', { label });
    expect([changed.status, changed.body.code]).toEqual([409, 'category_exists']);
    await expect(app.sql(`UPDATE categories SET label = $1 WHERE key = 'general'`, [label])).rejects.toThrow(
      'categories_label_unique',
    );
  });

  it('may be written in another way by those who have them', async () => {
    const changed = await app.as('admin').patch('/api/admin/categories/cafe', { label: 'CAFÉ' });
    expect(changed.status).toBe(200);
  });
});
