import type { ProblemBody } from './support/api-client.ts';
import { ticketPath, timelineOf } from './support/conversation.ts';
import { EventStream } from './support/event-stream.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

interface Followed {
  readonly version: number;
  readonly followers: readonly { readonly id: number; readonly name: string; readonly address: string | null }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const finance = { name: 'Finance', address: 'finance@halden.example' };
const add = (id: number, asked: object) => app.api.post<Followed & ProblemBody>(`${ticketPath(id)}/followers`, asked);
const remove = (id: number, contact: number | string) =>
  app.api.delete(`${ticketPath(id)}/followers/${String(contact)}`);
const read = async (id: number) => (await app.api.get<Followed>(ticketPath(id))).body;
const contact = async (name: string, address: string) =>
  (await app.api.post<{ id: number }>('/api/contacts', { name, addresses: [address] })).body.id;

describe('who follows a ticket', () => {
  it('begins by an address or an id, once, and ceases; each is a version that the history tells', async () => {
    const { id } = await app.api.createTicket();
    const ruth = await contact('Ruth Adler', 'ruth@halden.example');
    const added = await add(id, finance);
    expect(added).toMatchObject({ status: 200, body: { version: 2, followers: [finance] } });
    expect(added.headers.get('etag')).toBe('"2"');
    const [{ id: office } = { id: 0 }] = added.body.followers;
    expect((await add(id, { address: 'FINANCE@halden.example' })).body).toEqual(added.body);
    expect((await add(id, { id: ruth })).body).toMatchObject({ version: 3 });
    for (let turn = 0; turn < 2; turn += 1) expect((await remove(id, office)).status).toBe(204);
    expect(await read(id)).toMatchObject({ version: 4, followers: [{ id: ruth }] });
    const told = (await timelineOf(app.api, id)).map(({ event }) => event?.changes);
    const change = (from: number | null, to: number | null, name: string) => [
      { field: 'followers', from, to, suggested: null, contact: { id: to ?? from, name } },
    ];
    expect(told.slice(1)).toEqual([
      change(null, office, 'Finance'),
      change(null, ruth, 'Ruth Adler'),
      change(office, null, 'Finance'),
    ]);
    expect(told[0]?.every((one) => (one as { contact?: unknown }).contact === null)).toBe(true);
  });

  it('is one person, also where they were merged', async () => {
    const { id } = await app.api.createTicket();
    const [old, kept] = [await contact('A. Berg', 'a@berg.example'), await contact('Anna Berg', 'anna@berg.example')];
    await add(id, { id: old });
    await app.api.post(`/api/contacts/${String(old)}/merge`, { into: kept });
    expect((await add(id, { id: kept })).body).toMatchObject({ version: 2, followers: [{ id: kept }] });
    await remove(id, kept);
    expect(await read(id)).toMatchObject({ version: 3, followers: [] });
  });

  it('are fifty at most', async () => {
    const { id } = await app.api.createTicket();
    for (let turn = 0; turn < 50; turn += 1) await add(id, { address: `many${String(turn)}@halden.example` });
    expect((await add(id, { address: 'many0@halden.example' })).status).toBe(200);
    expect(await add(id, finance)).toMatchObject({ status: 400, body: { errors: [{ code: 'too_many' }] } });
    expect((await read(id)).followers).toHaveLength(50);
  });

  it('is told live', async () => {
    const { id } = await app.api.createTicket();
    const stream = await EventStream.open(app.url, app.api.headers);
    try {
      await add(id, finance);
      const changed = () => stream.events.find(({ name }) => name === 'ticket.changed');
      await stream.until(() => changed() !== undefined);
      expect(changed()).toMatchObject({ data: { id, version: 2, fields: ['followers'] } });
    } finally {
      stream.cut();
    }
  });

  it.each([
    [{}, 400],
    [{ id: 999_999 }, 400],
    [{ id: 1, address: 'a@b.example' }, 400],
    [{ address: 'nobody' }, 400],
  ])('is nobody of %j', async (asked, status) => {
    const { id } = await app.api.createTicket();
    expect((await add(id, asked)).status).toBe(status);
    expect(await read(id)).toMatchObject({ version: 1, followers: [] });
  });

  it('is nobody of a ticket that is not there', async () => {
    expect(await add(999_999, finance)).toMatchObject({ status: 404, body: { code: 'ticket_not_found' } });
    expect((await remove(999_999, 1)).status).toBe(404);
    const { id } = await app.api.createTicket();
    expect((await remove(id, 'x')).status).toBe(400);
    expect((await remove(id, 999_999)).status).toBe(204);
  });
});

it('the database refuses a version that tells of followers while a field changes', async () => {
  const { id } = await app.api.createTicket();
  const changes = `'[{"field": "followers", "from": null, "to": 1}]'`;
  const written = app.sql(
    `WITH told AS (
       INSERT INTO ticket_events (ticket_id, version, kind, via, occurred_at, changes)
       VALUES ($1, 2, 'changed', 'system', now(), ${changes})
     ) UPDATE tickets SET version = 2, status = 'closed', resolved_at = now(), closed_at = now() WHERE id = $1`,
    [id],
  );
  await expect(written).rejects.toThrow(/history of ticket/);
});
