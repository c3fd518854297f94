import { randomUUID } from 'node:crypto';
import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { TicketHousekeeping } from '../src/tickets/ticket-housekeeping.service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const ticket = { title: 'Charged twice', description: 'Two payments.', category: 'billing', priority: 'high' };
const create = (key: string, body: object = ticket, by = app.api) =>
  by.post<TicketBody & ProblemBody>('/api/tickets', body, { 'idempotency-key': key });
const count = async () => (await app.api.list()).count;

describe('an Idempotency-Key', () => {
  it('gives a retry the ticket of the first request, as it is now', async () => {
    const key = randomUUID();
    const first = await create(key);
    expect(first.status).toBe(201);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    await app.api.patch(`/api/tickets/${String(first.body.id)}`, { status: 'resolved' });
    const before = await count();
    const retry = await create(key);
    expect(retry.status).toBe(201);
    expect(retry.headers.get('idempotency-replayed')).toBe('true');
    expect(retry.headers.get('location')).toBe(first.headers.get('location'));
    expect(retry.headers.get('etag')).toBe('"2"');
    expect(retry.body).toMatchObject({ id: first.body.id, status: 'resolved', version: 2 });
    expect(await count()).toBe(before);
  });

  it('compares what was meant: blanks around the texts and the order of the fields do not matter', async () => {
    const key = randomUUID();
    const first = await create(key);
    const { title, ...rest } = ticket;
    const retry = await create(key, { assignee: null, ...rest, title: `  ${title} ` });
    expect(retry).toMatchObject({ status: 201, body: { id: first.body.id } });
  });

  it.each([
    ['another title', { title: 'Other' }],
    ['another priority', { priority: 'low' }],
    ['a suggestion', { suggestion_id: randomUUID() }],
  ])('is refused with %s', async (_, other) => {
    const key = randomUUID();
    await create(key);
    const before = await count();
    expect(await create(key, { ...ticket, ...other })).toMatchObject({
      ...{ status: 409, body: { code: 'idempotency_key_reused' } },
    });
    expect(await count()).toBe(before);
  });

  it('belongs to a person', async () => {
    const key = randomUUID();
    const mine = await create(key);
    const theirs = await create(key, { ...ticket, title: 'Other' }, app.as('admin'));
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('is not used up by a request that fails', async () => {
    const key = randomUUID();
    expect((await create(key, { ...ticket, category: 'nope' })).status).toBe(400);
    expect((await create(key)).status).toBe(201);
  });

  it('of a ticket that was deleted gives 404', async () => {
    const key = randomUUID();
    const { body } = await create(key);
    expect((await app.as('admin').delete(`/api/admin/tickets/${String(body.id)}`)).status).toBe(204);
    expect(await create(key)).toMatchObject({ status: 404, body: { code: 'ticket_not_found' } });
  });

  it('is free again after a day, and forgotten', async () => {
    const key = randomUUID();
    const first = await create(key);
    const age = (hours: number) =>
      app.sql(`UPDATE idempotency_keys SET created_at = now() - interval '${String(hours)} hours' WHERE key = $1`, [
        key,
      ]);
    await age(23);
    expect((await create(key)).body.id).toBe(first.body.id);
    await age(25);
    const second = await create(key, { ...ticket, title: 'Other' });
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
    await age(25);
    await app.get(TicketHousekeeping).tidy();
    expect(await app.sql('SELECT 1 FROM idempotency_keys WHERE key = $1', [key])).toEqual([]);
  });

  it.each([
    ['of 256 characters', 'x'.repeat(256), 400],
    ['with an umlaut', 'schl\u00fcssel', 400],
    ['that is empty', '', 400],
    ['of 255 characters', 'x'.repeat(255), 201],
    ['with signs', `"a b" %_'\\`, 201],
  ])('%s is answered with %#', async (_, key, status) => {
    const answer = await create(key);
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body.errors).toMatchObject([{ field: 'Idempotency-Key', code: 'invalid_key' }]);
  });

  it('writes one ticket for many retries at the same moment, on several replicas', async () => {
    const replica = await startReplica(app);
    for (let round = 0; round < 5; round += 1) {
      const key = randomUUID();
      const before = await count();
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, index) => create(key, ticket, index % 2 === 0 ? app.api : replica.api)),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
      expect(await count()).toBe(before + 1);
    }
    await replica.close();
  });

  it('lets one of several different requests through that use it at the same moment', async () => {
    const key = randomUUID();
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => create(key, { ...ticket, title: `Ticket ${String(index)}` })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(11);
    expect(await count()).toBe(before + 1);
  });
});
