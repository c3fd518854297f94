import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const ticket = {
  title: 'Charged twice',
  description: 'Two payments on 18 April.',
  category: 'billing',
  priority: 'high',
};

describe('POST /api/tickets', () => {
  it('stores what a person decided and says where it is', async () => {
    const { status, headers, body } = await app.api.post<TicketBody>('/api/tickets', ticket);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...ticket, status: 'open', resolved_at: null, closed_at: null, version: 1 });
    expect(body.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(headers.get('location')).toBe(`/api/tickets/${String(body.id)}`);
    expect(headers.get('etag')).toBe('"1"');
    expect((await app.api.get<TicketBody>(`/api/tickets/${String(body.id)}`)).body).toEqual(body);
  });

  it('trims the texts, and counts characters as people do', async () => {
    const { status, body } = await app.api.post<TicketBody>('/api/tickets/', {
      ...ticket,
      title: `  ${'😀'.repeat(200)}\n`,
      description: `${'ä'.repeat(20_000)}  `,
    });
    expect(status).toBe(201);
    expect([...body.title]).toHaveLength(200);
    expect(body.description).toHaveLength(20_000);
  });

  it.each([
    ['an empty body', {}, ['title required', 'description required', 'category required', 'priority required']],
    ['blank texts', { ...ticket, title: ' \n ', description: '\t' }, ['title required', 'description required']],
    ['a title that is too long', { ...ticket, title: 'x'.repeat(201) }, ['title too_long']],
    ['a title of two lines', { ...ticket, title: 'a\nb' }, ['title not_one_line']],
    ['a description that is too long', { ...ticket, description: 'x'.repeat(20_001) }, ['description too_long']],
    ['a NUL', { ...ticket, description: 'a\0b' }, ['description invalid_characters']],
    ['a number for a text', { ...ticket, title: 5 }, ['title not_text']],
    ['null', { ...ticket, priority: null }, ['priority required']],
    ['an unknown priority', { ...ticket, priority: 'urgent' }, ['priority unknown_value']],
    ['an unknown category', { ...ticket, category: 'nope' }, ['category unknown_value']],
    ['an unknown field', { ...ticket, status: 'closed' }, ['status unknown_field']],
    ['a suggestion that is no id', { ...ticket, suggestion_id: '7' }, ['suggestion_id not_a_uuid']],
    ['a list', [], ['title required', 'description required', 'category required', 'priority required']],
  ])('refuses %s and names the field', async (_, body, expected) => {
    const answer = await app.api.post<ProblemBody>('/api/tickets', body);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('validation_failed');
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([...expected].sort());
  });

  it('refuses a retired category for a new ticket, and keeps it on an old one', async () => {
    await app.sql(`INSERT INTO categories (key, label, description, position) VALUES ('fax', 'Fax', '', 9)`);
    const old = await app.api.createTicket({ category: 'fax' });
    await app.sql(`UPDATE categories SET active = false WHERE key = 'fax'`);

    const refused = await app.api.post<ProblemBody>('/api/tickets', { ...ticket, category: 'fax' });
    expect(refused.body.errors).toMatchObject([{ field: 'category', code: 'unknown_value' }]);
    const path = `/api/tickets/${String(old.id)}`;
    const kept = await app.api.patch<TicketBody>(path, { category: 'fax', status: 'resolved' });
    expect(kept.body).toMatchObject({ category: 'fax', status: 'resolved' });
    expect((await app.api.list({ category: 'fax' })).results).toHaveLength(1);
  });
});

describe('PATCH /api/tickets/:id', () => {
  it('changes the given fields, stamps the time of resolving and wipes it on reopening', async () => {
    const { id } = await app.api.createTicket(ticket);
    const path = `/api/tickets/${String(id)}`;
    const resolved = await app.api.patch<TicketBody>(path, { status: 'resolved', priority: 'low' });
    expect(resolved.body).toMatchObject({ status: 'resolved', priority: 'low', category: 'billing', version: 2 });
    expect(resolved.body.resolved_at).toBe(resolved.body.updated_at);
    expect(resolved.headers.get('etag')).toBe('"2"');
    const reopened = await app.api.patch<TicketBody>(path, { status: 'open' });
    expect(reopened.body).toMatchObject({ status: 'open', resolved_at: null, version: 3 });
  });

  it('tells when it was resolved and when it was closed, each under its own name', async () => {
    const { id } = await app.api.createTicket(ticket);
    const to = async (patch: object) => (await app.api.patch<TicketBody>(`/api/tickets/${String(id)}`, patch)).body;
    const resolved = await to({ status: 'resolved' });
    expect(resolved).toMatchObject({ resolved_at: resolved.updated_at, closed_at: null });
    const closed = await to({ status: 'closed' });
    expect(closed).toMatchObject({ resolved_at: resolved.updated_at, closed_at: closed.updated_at });
    expect(await to({ priority: 'low' })).toMatchObject({
      ...{ resolved_at: resolved.updated_at, closed_at: closed.updated_at },
    });
    expect(await to({ status: 'resolved' })).toMatchObject({ resolved_at: resolved.updated_at, closed_at: null });
    expect(await to({ status: 'in_progress' })).toMatchObject({ resolved_at: null, closed_at: null });
    const atOnce = await to({ status: 'closed' });
    expect(atOnce).toMatchObject({ resolved_at: atOnce.updated_at, closed_at: atOnce.updated_at });
  });

  it.each([
    ['code', '    if (paid) {\n\trefund();\n    }'],
    ['ends of lines of another system, white space at the end of a line', '\ta  \r\n\r\n  b'],
    ['several spaces and backticks within words', 'two  spaces, rock`n`roll, `a  b`'],
  ])('keeps a description as it was written: %s', async (_, description) => {
    const sent = { ...ticket, description: `\n \t\n${description} \n` };
    const made = await app.api.post<TicketBody>('/api/tickets', sent);
    expect([made.status, made.body.description]).toEqual([201, description]);
    const path = `/api/tickets/${String(made.body.id)}`;
    expect((await app.api.get<TicketBody>(path)).body.description).toBe(description);
    const again = await app.api.patch<TicketBody>(path, { description: `${description}\n` });
    expect(again.body.version).toBe(made.body.version);
    const indented = await app.api.patch<TicketBody>(path, { description: `  ${description}` });
    expect(indented.body.description).toBe(`  ${description}`);
    expect(indented.body.version).toBe(made.body.version + 1);
  });

  it('corrects title and description for whoever may write, and the search finds the new words alone', async () => {
    const { id } = await app.api.createTicket({ ...ticket, title: 'Misteak', description: 'Of a typewriter.' });
    const path = `/api/tickets/${String(id)}`;
    const texts = { title: 'Mistake', description: 'Of a pencil.' };
    const corrected = await app.api.patch<TicketBody>(path, { ...texts, priority: 'low' }, { 'if-match': '"1"' });
    expect(corrected).toMatchObject({ status: 200, body: { ...texts, priority: 'low', version: 2 } });
    expect((await app.api.list({ search: 'mistake pencil' })).results.map((found) => found.id)).toEqual([id]);
    expect((await app.api.list({ search: 'misteak' })).results).toEqual([]);
    expect((await app.api.patch(path, { title: 'Late' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await app.api.get<TicketBody>(path)).body).toMatchObject({ ...texts, version: 2 });
  });

  it('keeps a corrected title and a corrected description of two who write at the same moment', async () => {
    const { id } = await app.api.createTicket(ticket);
    const path = `/api/tickets/${String(id)}`;
    const texts = { title: 'From the one', description: 'From the other.' };
    const { title, description } = texts;
    await Promise.all([{ title }, { description }].map((patch) => app.api.patch(path, patch)));
    expect((await app.api.get<TicketBody>(path)).body).toMatchObject({ ...texts, version: 3 });
  });

  it('leaves version and time alone when nothing changes', async () => {
    const before = await app.api.createTicket(ticket);
    const after = await app.api.patch(`/api/tickets/${String(before.id)}`, { status: 'open', priority: 'high' });
    expect(after.body).toEqual(before);
  });

  it('catches the stale writer by If-Match and keeps the ticket', async () => {
    const { id } = await app.api.createTicket(ticket);
    const path = `/api/tickets/${String(id)}`;
    await app.api.patch(path, { priority: 'critical' }, { 'if-match': '"1"' });
    const stale = await app.api.patch<ProblemBody>(path, { priority: 'low' }, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version' } });
    expect((await app.api.get<TicketBody>(path)).body).toMatchObject({ priority: 'critical', version: 2 });
    const fresh = await app.api.patch(path, { priority: 'low' }, { 'if-match': '"1", "2"' });
    expect(fresh.status).toBe(200);
    expect((await app.api.patch(path, { priority: 'high' }, { 'if-match': '*' })).status).toBe(200);
    expect((await app.api.patch(path, { priority: 'low' }, { 'if-match': 'W/"4"' })).status).toBe(412);
    expect((await app.api.patch(path, { priority: 'low' }, { 'if-match': '4' })).status).toBe(400);
  });

  it('keeps both changes of two agents who change different fields at the same moment', async () => {
    const priorities = ['low', 'medium', 'high', 'critical'];
    const statuses = ['open', 'in_progress', 'resolved', 'closed'];
    const { id } = await app.api.createTicket(ticket);
    const path = `/api/tickets/${String(id)}`;
    for (let round = 0; round < 25; round += 1) {
      const priority = priorities[(round + 1) % 4];
      const status = statuses[(round + 1) % 4];
      const category = round % 2 === 0 ? 'account' : 'technical';
      await Promise.all([{ priority }, { status }, { category }].map((patch) => app.api.patch(path, patch)));
      expect((await app.api.get<TicketBody>(path)).body).toMatchObject({ priority, status, category });
    }
  });

  it('lets one of many writers through who saw the same version', async () => {
    const { id } = await app.api.createTicket(ticket);
    const path = `/api/tickets/${String(id)}`;
    const writers = Array.from({ length: 30 }, (_, index) =>
      index % 2 === 0 ? { status: 'closed' } : { priority: 'low' },
    );
    const answers = await Promise.all(writers.map((patch) => app.api.patch(path, patch, { 'if-match': '"1"' })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(29);
  });

  it('counts every one of many changes', async () => {
    const { id } = await app.api.createTicket(ticket);
    const path = `/api/tickets/${String(id)}`;
    // No two are alike and none is like the ticket at first, so that each changes it, whichever was before.
    const patches = ['open', 'in_progress', 'resolved', 'closed'].flatMap((status) =>
      ['low', 'medium', 'critical'].flatMap((priority) =>
        ['billing', 'technical', 'account'].map((category) => ({ status, priority, category })),
      ),
    );
    const answers = await Promise.all(patches.map((patch) => app.api.patch<TicketBody>(path, patch)));
    const versions = answers.map(({ body }) => body.version).sort((one, other) => one - other);
    expect(versions).toEqual(patches.map((_, index) => index + 2));
    expect((await app.api.get<TicketBody>(path)).body.version).toBe(patches.length + 1);
  });

  it.each([
    ['an empty patch', {}, 'body empty'],
    ['null', { status: null }, 'status required'],
    ['an unknown status', { status: 'done' }, 'status unknown_value'],
    ['an unknown category', { category: 'nope' }, 'category unknown_value'],
    ['a blank title', { title: ' ' }, 'title required'],
    ['null as title', { title: null }, 'title required'],
    ['a title that is too long', { title: 'x'.repeat(201) }, 'title too_long'],
    ['a blank description', { description: '\n' }, 'description required'],
    ['a description that is too long', { description: 'x'.repeat(20_001) }, 'description too_long'],
    ['a field that cannot be changed', { created_by: 1 }, 'created_by unknown_field'],
  ])('refuses %s', async (_, patch, expected) => {
    const { id } = await app.api.createTicket(ticket);
    const { status, body } = await app.api.patch<ProblemBody>(`/api/tickets/${String(id)}`, patch);
    expect(status).toBe(400);
    expect(body.errors?.map((error) => `${error.field} ${error.code}`)).toEqual([expected]);
  });
});

describe('GET /api/tickets/:id', () => {
  it.each([
    ['999999', 404, 'ticket_not_found'],
    ['abc', 400, 'validation_failed'],
    ['0', 400, 'validation_failed'],
    ['1.5', 400, 'validation_failed'],
    ['99999999999999999999', 400, 'validation_failed'],
    ['%00', 400, 'validation_failed'],
  ])('answers %s with %i', async (id, status, code) => {
    expect(await app.api.get(`/api/tickets/${id}`)).toMatchObject({ status, body: { code } });
    expect(await app.api.patch(`/api/tickets/${id}`, { category: 'billing' })).toMatchObject({
      status,
      body: { code },
    });
  });
});
