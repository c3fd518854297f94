import fc from 'fast-check';
import { Client } from 'pg';
import type { ProblemBody, TicketBody, TicketListBody } from './support/api-client.ts';
import { waiting } from './support/held-ticket.ts';
import { addPerson, idOf } from './support/people.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';

const ticket = { title: 'Charged twice', description: 'Two payments.', category: 'billing', priority: 'high' };
let app: TestApp;
let agent: number;
let admin: number;
let gone: number;
beforeAll(async () => {
  app = await startTestApp();
  [agent, admin] = await Promise.all([idOf(app, 'test-agent'), idOf(app, 'test-admin')]);
  gone = await addPerson(app, 'gone', { active: false });
});
afterAll(() => app.close());
beforeEach(() => clearTickets(app));

const patch = (id: number, body: object) => app.api.patch<TicketBody & ProblemBody>(`/api/tickets/${String(id)}`, body);
const errors = ({ body }: { body: ProblemBody }) => body.errors?.map(({ field, code }) => `${field} ${code}`);

describe('who works on a ticket', () => {
  it('is nobody at first, may be given at once, changed, and taken away', async () => {
    expect(await app.api.createTicket(ticket)).toMatchObject({ created_by: agent, assignee: null });
    const { id, assignee } = await app.api.createTicket({ ...ticket, assignee: admin });
    expect(assignee).toBe(admin);
    expect((await patch(id, { assignee: agent })).body).toMatchObject({ assignee: agent, version: 2 });
    expect((await patch(id, { status: 'in_progress' })).body).toMatchObject({ assignee: agent, version: 3 });
    expect((await patch(id, { assignee: null })).body).toMatchObject({ assignee: null, version: 4 });
  });

  it('is an active user', async () => {
    const { id } = await app.api.createTicket(ticket);
    for (const assignee of [gone, 999_999]) {
      expect(errors(await patch(id, { assignee }))).toEqual(['assignee unknown_value']);
      const created = await app.api.post<ProblemBody>('/api/tickets', { ...ticket, assignee });
      expect([created.status, errors(created)]).toEqual([400, ['assignee unknown_value']]);
    }
  });

  it('is not somebody who is being deactivated at the same moment', async () => {
    const leaving = await addPerson(app, 'going');
    const { id } = await app.api.createTicket(ticket);
    const admins = new Client({ connectionString: app.databaseUrl });
    await admins.connect();
    await admins.query('BEGIN');
    await admins.query('UPDATE users SET active = false WHERE id = $1', [leaving]);
    const assigned = patch(id, { assignee: leaving });
    await waiting(app, 1);
    await admins.query('COMMIT');
    await admins.end();
    expect(errors(await assigned)).toEqual(['assignee unknown_value']);
  });

  it('stays who has left the desk until somebody else takes over', async () => {
    const leaving = await addPerson(app, 'leaving');
    const { id } = await app.api.createTicket({ ...ticket, assignee: leaving });
    await app.sql('UPDATE users SET active = false WHERE id = $1', [leaving]);
    expect(await patch(id, { status: 'resolved', assignee: leaving })).toMatchObject({ status: 200 });
    expect(await patch(id, { assignee: agent })).toMatchObject({ status: 200, body: { assignee: agent } });
  });

  it.each([
    ['me', 'not_an_integer'],
    [0, 'too_small'],
    [1.5, 'not_an_integer'],
    ['1', 'not_an_integer'],
    [[1], 'not_an_integer'],
    [2 ** 60, 'too_large'],
  ])('is no %j', async (assignee, code) => {
    const { id } = await app.api.createTicket(ticket);
    expect(errors(await patch(id, { assignee }))).toEqual([`assignee ${code}`]);
  });

  it.each(['created_by', 'version', 'id', 'created_at', 'updated_at', 'resolved_at', 'closed_at'])(
    'comes without a way to set %s',
    async (field) => {
      const { id } = await app.api.createTicket(ticket);
      expect(errors(await patch(id, { status: 'closed', [field]: 1 }))).toEqual([`${field} unknown_field`]);
      const created = await app.api.post<ProblemBody>('/api/tickets', { ...ticket, [field]: 1 });
      expect(errors(created)).toEqual([`${field} unknown_field`]);
      const edited = await app
        .as('admin')
        .patch<ProblemBody>(`/api/admin/tickets/${String(id)}`, { title: 'x', [field]: 1 });
      expect(errors(edited)).toEqual([`${field} unknown_field`]);
    },
  );
});

describe('listing by who works on them', () => {
  const fill = () =>
    insertTickets(
      app,
      `(title, description, category, priority, status, assignee, created_at, updated_at, resolved_at, closed_at)
       SELECT 'Ticket ' || n, 'Zebra ' || n, (ARRAY['billing', 'technical', 'account', 'general'])[1 + n % 4],
         (ARRAY['low', 'medium', 'high', 'critical'])[1 + (n / 4) % 4], s, (ARRAY[NULL, $1, $2]::bigint[])[1 + n % 3],
         timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-02-01' + (n * 37 % 101) * interval '1 minute',
         CASE WHEN s IN ('resolved', 'closed') THEN timestamptz '2026-06-01' END,
         CASE WHEN s = 'closed' THEN timestamptz '2026-06-02' END
       FROM generate_series(1, 200) AS n,
         LATERAL (SELECT (ARRAY['open', 'in_progress', 'resolved', 'closed'])[1 + (n / 16) % 4] AS s) AS st`,
      [agent, admin],
    );

  it('gives for every combination of filters and every order just the tickets that pass, in that order', async () => {
    await fill();
    const all = await app.sql<{
      id: string;
      status: string;
      category: string;
      priority: string;
      assignee: string | null;
      created_at: Date;
      updated_at: Date;
    }>('SELECT * FROM tickets');
    const anyOf = (values: readonly string[]) =>
      fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
    const filters = fc.record({
      status: anyOf(['open', 'in_progress', 'resolved', 'closed']),
      category: anyOf(['billing', 'technical', 'account', 'general']),
      priority: anyOf(['low', 'medium', 'high', 'critical']),
      assignee: anyOf(['me', 'none', String(admin), String(gone)]),
    });
    const sorts = fc.constantFrom('newest', 'oldest', 'recently_changed', 'least_recently_changed');
    const searches = fc.constantFrom(undefined, 'zebra');
    const who = (asked: string) => (asked === 'me' ? String(agent) : asked === 'none' ? null : asked);
    await fc.assert(
      fc.asyncProperty(filters, sorts, searches, async ({ assignee, ...fields }, sort, search) => {
        const time = ({ created_at: created, updated_at: updated }: (typeof all)[number]) =>
          (sort.includes('changed') ? updated : created).getTime();
        const passing = all
          .filter((row) =>
            (['status', 'category', 'priority'] as const).every((f) => fields[f]?.includes(row[f]) ?? true),
          )
          .filter((row) => assignee?.map(who).includes(row.assignee) ?? true)
          .sort((a, b) => time(a) - time(b) || Number(a.id) - Number(b.id));
        if (sort === 'newest' || sort === 'recently_changed') passing.reverse();
        const given = Object.entries({ ...fields, assignee }).flatMap(([key, values]) =>
          values ? [[key, values.join(',')] as const] : [],
        );
        const query = { ...Object.fromEntries(given), sort, limit: '40', ...(search && { search }) };
        const ids: number[] = [];
        let cursor: string | null = null;
        do {
          const page: TicketListBody = await app.api.list({ ...query, ...(cursor === null ? {} : { cursor }) });
          expect(page.count).toBe(passing.length);
          ids.push(...page.results.map(({ id }) => id));
          cursor = page.next_cursor;
        } while (cursor !== null);
        expect(ids).toEqual(passing.map(({ id }) => Number(id)));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['recently_changed', 'least_recently_changed', 'oldest'])(
    'loses and doubles none of the tickets that stay as they are while others change: %s',
    async (sort) => {
      const ids = await fill();
      const changing = new Set(ids.filter((id) => id % 3 === 0));
      const seen: number[] = [];
      let cursor: string | null = null;
      let turn = 0;
      do {
        const page: TicketListBody = await app.api.list({ sort, limit: '15', ...(cursor === null ? {} : { cursor }) });
        seen.push(...page.results.map(({ id }) => id));
        cursor = page.next_cursor;
        const some = [...changing].slice(turn * 6, turn * 6 + 6);
        await Promise.all(some.map((id) => patch(id, { assignee: turn % 2 === 0 ? agent : admin })));
        turn += 1;
      } while (cursor !== null && turn < 40);
      const still = ids.filter((id) => !changing.has(id));
      expect(seen.filter((id) => !changing.has(id)).sort((a, b) => a - b)).toEqual(still);
    },
  );

  it('takes no cursor of another order', async () => {
    await fill();
    const sorts = ['newest', 'oldest', 'recently_changed', 'least_recently_changed'];
    for (const made of sorts) {
      const { next_cursor: cursor } = await app.api.list({ sort: made });
      for (const sort of sorts) {
        const { status } = await app.api.get(`/api/tickets?sort=${sort}&cursor=${String(cursor)}`);
        expect({ made, sort, status }).toEqual({ made, sort, status: made === sort ? 200 : 400 });
      }
    }
  });

  it.each([
    ['assignee=nobody', 'assignee'],
    ['assignee=0', 'assignee'],
    ['assignee=1.5', 'assignee'],
    ['assignee=me,-1', 'assignee'],
    [`assignee=${Array.from({ length: 51 }, (_, n) => String(n + 1)).join()}`, 'assignee'],
    ['sort=id', 'sort'],
    ['sort=newest&sort=oldest', 'sort'],
    ['sort=', 'sort'],
  ])('refuses %s', async (query, field) => {
    const answer = await app.api.get<ProblemBody>(`/api/tickets?${query}`);
    expect([answer.status, answer.body.errors?.map((error) => error.field)]).toEqual([400, [field]]);
  });
});
