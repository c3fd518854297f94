import { Client } from 'pg';
import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { waiting } from './support/held-ticket.ts';
import { DEPTH, HITS_AT_MOST } from '../src/contacts/contact-search.sql.ts';
import { MEMBERS_AT_MOST } from '../src/tickets/requesters/requester-tickets.service.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

interface CardBody extends Named {
  readonly address: string | null;
  readonly organisation: Named | null;
}

interface ContactBody extends Named {
  readonly addresses: string[];
  readonly organisation: Named | null;
  readonly organisation_by_hand: boolean;
  readonly organisation_by_domain: (Named & { domain: string }) | null;
  readonly note: string;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly merged: Named[];
  readonly version: number;
}

type AskedTicket = Omit<TicketBody, 'requester'> & { requester: CardBody | null; followers: CardBody[] };
interface Page<Item> {
  readonly results: Item[];
  readonly next_cursor: string | null;
}

const ticket = { title: 'Charged twice', description: 'Two payments.', category: 'billing', priority: 'high' };
let app: TestApp;
let last = 0;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** An address that nobody has. */
const fresh = (domain = 'example.com') => `somebody${String((last += 1))}@${domain}`;
const ask = async (requester: object | null) => {
  const answer = await app.api.post<AskedTicket & ProblemBody>('/api/tickets', { ...ticket, requester });
  return { ...answer, errors: answer.body.errors?.map(({ field, code }) => `${field} ${code}`) };
};
const asked = async (requester: object): Promise<AskedTicket & { requester: CardBody }> => {
  const { status, body } = await ask(requester);
  if (status !== 201 || body.requester === null) throw new Error(JSON.stringify(body));
  return { ...body, requester: body.requester };
};
const contact = async (fields: object = {}): Promise<ContactBody> => {
  const answer = await app.api.post<ContactBody>('/api/contacts', { name: 'Anna Berg', ...fields });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const at = ({ id }: Named) => `/api/contacts/${String(id)}`;
const read = async (one: Named) => (await app.api.get<ContactBody>(at(one))).body;
const refusal = ({ status, body }: { status: number; body: ProblemBody }) => [
  status,
  ...(body.errors?.map(({ field, code }) => `${field} ${code}`) ?? [body.code]),
];
const search = async (words: string) => {
  const query = new URLSearchParams({ search: words }).toString();
  return (await app.api.get<Page<ContactBody>>(`/api/contacts?${query}`)).body.results.map(({ id }) => id);
};
const ticketsOf = async (path: string) =>
  (await app.api.get<Page<TicketBody>>(`${path}/tickets`)).body.results.map(({ id }) => id);

describe('who asks', () => {
  it('is nobody unless somebody is named', async () => {
    expect((await ask(null)).body).toMatchObject({ requester: null, followers: [] });
    const { id } = await app.api.createTicket(ticket);
    expect((await app.api.get<AskedTicket>(`/api/tickets/${String(id)}`)).body.requester).toBeNull();
  });

  it('is somebody new by name and address, and the same one the next time, whoever they are called then', async () => {
    const address = fresh();
    const first = await asked({ name: 'Anna Berg', address });
    expect(first.requester).toEqual({ id: expect.any(Number), name: 'Anna Berg', address, organisation: null });
    const second = await asked({ name: 'Mrs Berg', address: address.toUpperCase() });
    expect(second.requester).toEqual(first.requester);
    expect((await asked({ id: first.requester.id })).requester).toEqual(first.requester);
    expect(await ticketsOf(at(first.requester))).toHaveLength(3);
  });

  it('is called by the address where no name is given', async () => {
    const address = fresh();
    expect((await asked({ address })).requester.name).toBe(address);
    expect(
      (await asked({ address: `"much longer than any name is${'.'.repeat(30)}"@example.com` })).requester.id,
    ).toBeGreaterThan(0);
  });

  it('is one contact, however many write with the same new address at once', async () => {
    const address = fresh();
    const spellings = [address, address.toUpperCase(), ` ${address} `];
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, n) => asked({ name: `N${String(n)}`, address: spellings[n % 3] })),
    );
    expect(new Set(all.map(({ requester }) => requester.id)).size).toBe(1);
    const rows = await app.sql('SELECT 1 FROM contact_addresses WHERE address_key = $1', [address]);
    expect(rows).toHaveLength(1);
    const unreached = await app.sql(
      'SELECT c.id FROM contacts AS c WHERE NOT EXISTS (SELECT FROM contact_addresses AS a WHERE a.contact_id = c.id)',
    );
    expect(unreached).toEqual([]);
  });

  it('waits for another who is just making the contact, and makes it where that is taken back', async () => {
    for (const [end, made] of [
      ['COMMIT', 'Other'],
      ['ROLLBACK', 'Anna'],
    ] as const) {
      const address = fresh();
      const other = new Client({ connectionString: app.databaseUrl });
      await other.connect();
      await other.query('BEGIN');
      await other.query(`INSERT INTO contacts (id, name) VALUES (nextval('contacts_id_seq'), 'Other')`);
      await other.query(
        `INSERT INTO contact_addresses (contact_id, address, address_key) VALUES (currval('contacts_id_seq'), $1, $1)`,
        [address],
      );
      const written = asked({ name: 'Anna', address });
      await waiting(app, 1);
      await other.query(end);
      await other.end();
      expect((await written).requester.name).toBe(made);
    }
  });

  it.each([
    ['word', 'anna', 'requester not_an_object'],
    ['list', [1], 'requester not_an_object'],
  ])('is no %s', async (_, requester, error) => {
    expect(refusal(await app.api.post<ProblemBody>('/api/tickets', { ...ticket, requester }))).toEqual([400, error]);
  });

  it.each([
    [{}, 'requester.address not_an_address'],
    [{ name: 'Anna' }, 'requester.address not_an_address'],
    [{ name: 'Anna', address: 'anna' }, 'requester.address not_an_address'],
    [{ name: 'Anna', address: 'anna@example.com\nbcc: eve@example.com' }, 'requester.address not_an_address'],
    [{ name: 'Anna', address: 'an​na@example.com' }, 'requester.address not_an_address'],
    [{ name: 'Anna', address: null }, 'requester.address not_an_address'],
    [{ name: null, address: 'anna@example.com' }, 'requester.name not_text'],
    [{ name: 'Anna\nBerg', address: 'anna@example.com' }, 'requester.name not_one_line'],
    [{ name: '‮Anna', address: 'anna@example.com' }, 'requester.name disguised'],
    [{ name: 'x'.repeat(201), address: 'anna@example.com' }, 'requester.name too_long'],
    [{ id: 0 }, 'requester.id too_small'],
    [{ id: '1' }, 'requester.id not_an_integer'],
    [{ id: 999_999_999 }, 'requester.id unknown_value'],
    [{ id: 1, address: 'anna@example.com' }, 'requester.id not_with_address'],
    [{ id: 1, name: 'Anna' }, 'requester.name not_with_id'],
    [{ id: 1, note: 'x' }, 'requester.note unknown_field'],
  ])('is refused as %j', async (requester, error) => {
    const before = await app.sql('SELECT count(*) FROM contacts');
    const answer = await ask(requester);
    expect([answer.status, answer.errors]).toEqual([400, [error]]);
    const { id } = await app.api.createTicket(ticket);
    const changed = await app.api.patch<ProblemBody>(`/api/tickets/${String(id)}`, { requester });
    expect(refusal(changed)).toEqual([400, error]);
    expect(await app.sql('SELECT count(*) FROM contacts')).toEqual(before);
  });

  it('changes, and goes, and the history tells of it', async () => {
    const { id, requester } = await asked({ name: 'Anna', address: fresh() });
    const path = `/api/tickets/${String(id)}`;
    const other = await contact();
    const changed = await app.api.patch<AskedTicket>(path, { requester: { id: other.id } }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ version: 2, requester: { id: other.id, address: null } });
    expect((await app.api.patch<AskedTicket>(path, { requester: { id: other.id } })).body.version).toBe(2);
    const address = fresh();
    const third = await app.api.patch<AskedTicket>(path, { requester: { name: 'Bo', address }, status: 'in_progress' });
    expect(third.body).toMatchObject({ version: 3, status: 'in_progress', requester: { name: 'Bo', address } });
    expect((await app.api.patch<AskedTicket>(path, { requester: null })).body).toMatchObject({
      version: 4,
      requester: null,
    });
    const { results } = (
      await app.api.get<Page<{ changes: { field: string; from: unknown; to: unknown }[] }>>(`${path}/events`)
    ).body;
    const told = results.flatMap(({ changes }) => changes.filter(({ field }) => field === 'requester'));
    const [one, two] = [requester.id, third.body.requester?.id];
    expect(told.map(({ from, to }) => [from, to])).toEqual([
      [null, one],
      [one, other.id],
      [other.id, two],
      [two, null],
    ]);
  });

  it('is nobody new when the change is refused', async () => {
    const { id } = await app.api.createTicket(ticket);
    const address = fresh();
    const stale = await app.api.patch<ProblemBody>(
      `/api/tickets/${String(id)}`,
      { requester: { name: 'Anna', address } },
      { 'if-match': '"7"' },
    );
    expect(stale.status).toBe(412);
    const gone = await ask({ name: 'Anna', address });
    expect(gone.status).toBe(201);
    const refused = await app.api.post('/api/tickets', {
      ...ticket,
      category: 'nope',
      requester: { name: 'Eve', address: fresh() },
    });
    expect(refused.status).toBe(400);
    expect(await search('Eve')).toEqual([]);
  });

  it('is told by the database, which refuses what the history does not tell', async () => {
    const { id } = await app.api.createTicket(ticket);
    const one = await contact();
    await expect(
      app.sql('UPDATE tickets SET requester = $2, version = version + 1 WHERE id = $1', [id, one.id]),
    ).rejects.toThrow('does not tell');
  });

  it('goes with a suggestion, with a ticket that waits, and with a key that is used twice', async () => {
    const requester = { name: 'Anna', address: fresh() };
    const { suggestion_id: suggestion } = (
      await app.api.post<{ suggestion_id: string }>('/api/tickets/classify', ticket)
    ).body;
    expect(
      (await app.api.post<AskedTicket>('/api/tickets', { ...ticket, requester, suggestion_id: suggestion })).body
        .requester?.name,
    ).toBe('Anna');
    const { title, description } = ticket;
    const waits = await app.api.post<AskedTicket>('/api/tickets?classify=true', { title, description, requester });
    expect(waits.body).toMatchObject({ triage: 'pending', requester: { name: 'Anna' } });
    const key = { 'idempotency-key': 'one' };
    const once = await app.api.post<AskedTicket>('/api/tickets', { ...ticket, requester }, key);
    const again = await app.api.post<AskedTicket>('/api/tickets', { ...ticket, requester }, key);
    expect(again.body).toEqual(once.body);
    expect((await app.api.post('/api/tickets', ticket, key)).status).toBe(409);
  });

  it('is not in lists, which read nothing of contacts', async () => {
    await asked({ name: 'Anna', address: fresh() });
    const { results } = await app.api.list({ limit: '1' });
    expect(results[0]).not.toHaveProperty('requester');
  });

  it('is shown with those who follow the ticket', async () => {
    const { id } = await app.api.createTicket(ticket);
    const [one, two] = [await contact({ name: 'One' }), await contact({ name: 'Two' })];
    await app.sql('INSERT INTO ticket_followers VALUES ($1, $2), ($1, $3)', [id, two.id, one.id]);
    const { followers } = (await app.api.get<AskedTicket>(`/api/tickets/${String(id)}`)).body;
    expect(followers.map(({ name }) => name)).toEqual(['One', 'Two']);
  });
});

describe('contacts', () => {
  it('are written down, read and changed, by those who have seen the newest version', async () => {
    const addresses = [fresh(), fresh()];
    const details = { note: 'Mornings.', language: 'pt-BR', time_zone: 'America/Sao_Paulo' };
    const made = await app.api.post<ContactBody>('/api/contacts', { name: ' Ana ', addresses, ...details });
    expect([made.status, made.headers.get('location'), made.headers.get('etag')]).toEqual([201, at(made.body), '"1"']);
    expect(made.body).toMatchObject({
      name: 'Ana',
      addresses,
      organisation: null,
      merged: [],
      erased: false,
      ...details,
    });
    const [first = '', second = ''] = addresses;
    const third = fresh();
    const change = { name: 'Ana Paula', addresses: [third, second.toUpperCase()], note: '', language: null };
    const changed = await app.api.patch<ContactBody>(at(made.body), change, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ ...change, time_zone: 'America/Sao_Paulo', version: 2 });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(await read(made.body)).toEqual(changed.body);
    expect((await app.api.patch(at(made.body), { name: 'X' }, { 'if-match': '"1"' })).status).toBe(412);
    expect(await contact({ addresses: [first] })).toMatchObject({ addresses: [first] });
  });

  it.each([
    [{ name: '' }, 'name required'],
    [{ name: 'x'.repeat(201) }, 'name too_long'],
    [{ addresses: 'anna@example.com' }, 'addresses not_a_list'],
    [{ addresses: ['anna'] }, 'addresses not_an_address'],
    [{ addresses: [null] }, 'addresses not_an_address'],
    [{ addresses: Array.from({ length: 51 }, (_, n) => `a${String(n)}@example.com`) }, 'addresses too_many'],
    [{ organisation: 999_999 }, 'organisation unknown_value'],
    [{ note: 'x'.repeat(5_001) }, 'note too_long'],
    [{ language: 'not a language' }, 'language not_a_language'],
    [{ time_zone: 'Europe/Nowhere' }, 'time_zone not_a_time_zone'],
    [{ merged_into: 1 }, 'merged_into unknown_field'],
  ])('are refused with %j', async (fields, error) => {
    expect(refusal(await app.api.post<ProblemBody>('/api/contacts', { name: 'Anna', ...fields }))).toEqual([
      400,
      error,
    ]);
    const one = await contact();
    expect(refusal(await app.api.patch<ProblemBody>(at(one), fields))).toEqual([400, error]);
  });

  it('are refused without a change, and are not there by any number', async () => {
    expect(refusal(await app.api.patch<ProblemBody>(at(await contact()), {}))).toEqual([400, 'body empty']);
    const nobody = { id: 999_999_999, name: '' };
    for (const path of [at(nobody), `${at(nobody)}/tickets`])
      expect(refusal(await app.api.get<ProblemBody>(path))).toEqual([404, 'contact_not_found']);
    expect(refusal(await app.api.patch<ProblemBody>(at(nobody), { name: 'X' }))).toEqual([404, 'contact_not_found']);
  });

  it('have an address each, which nobody else has however it is written', async () => {
    const name = `j\u00e9${String((last += 1))}`;
    const one = await contact({ addresses: [`${name}@m\u00fcller.example.de`] });
    const same = `${name.normalize('NFD').toUpperCase()}@XN--MLLER-KVA.example.de`;
    expect(refusal(await app.api.post<ProblemBody>('/api/contacts', { name: 'B', addresses: [same] }))).toEqual([
      409,
      'addresses taken',
    ]);
    const other = await contact({ addresses: [`${name}+desk@m\u00fcller.example.de`, same.replace('@', '.x@')] });
    expect(refusal(await app.api.patch<ProblemBody>(at(other), { addresses: [same] }))).toEqual([
      409,
      'addresses taken',
    ]);
    expect((await asked({ address: same })).requester).toMatchObject({
      id: one.id,
      address: `${name}@m\u00fcller.example.de`,
    });
    const twice = fresh();
    expect((await contact({ addresses: [twice, twice.toUpperCase()] })).addresses).toHaveLength(1);
  });

  it('are found by words of their names and addresses, in any case and script, page by page', async () => {
    const mark = `zq${String(Date.now())}`;
    const one = await contact({ name: `Am\u00e9lie ${mark}`, addresses: [`${mark}.first@quince.example`] });
    const two = await contact({ name: '\u5c71\u7530\u592a\u90ce', addresses: [`${mark}@quince.example`] });
    expect(await search(`amelie ${mark.slice(0, 5)}`)).toEqual([one.id]);
    expect(await search('\u5c71\u7530')).toEqual([two.id]);
    expect(await search(`${mark}@quince.exa`)).toEqual([two.id]);
    expect(await search(`${mark} quince`)).toEqual([two.id, one.id]);
    expect(await search(`${mark} pear`)).toEqual([]);
    for (const odd of ['%', `'`, '"', '\\', '& | ! :*', '()', '<->', ',', '\u200b'])
      expect(Array.isArray(await search(odd))).toBe(true);
    const path = `/api/contacts?limit=1&search=${mark}`;
    const first = (await app.api.get<Page<ContactBody>>(path)).body;
    expect(first.results.map(({ id }) => id)).toEqual([two.id]);
    const next = (await app.api.get<Page<ContactBody>>(`${path}&cursor=${String(first.next_cursor)}`)).body;
    expect([next.results.map(({ id }) => id), next.next_cursor]).toEqual([[one.id], null]);
    const three = await contact({ name: mark });
    for (const other of [two, three]) await app.api.post(`${at(other)}/merge`, { into: one.id });
    const merged = (await app.api.get<Page<ContactBody>>(path)).body;
    expect([merged.results.map(({ id }) => id), merged.next_cursor]).toEqual([[one.id], null]);
    expect((await app.api.get('/api/contacts?cursor=nonsense')).status).toBe(400);
  });

  it('are analyzed and indexed anew also by those who look for functions in no schema, as autovacuum and backups do', async () => {
    await contact({});
    await app.sql('ANALYZE contacts, contact_addresses, canned_answers');
    for (const table of ['contacts', 'contact_addresses']) await app.sql(`REINDEX TABLE ${table}`);
  });

  it('are found among the newest where very many have the words, and page after page where those few have them', async () => {
    const mark = `zv${String(Date.now())}`;
    // By SQL, each a second older than the one before.
    const write = (name: string, count: number, secondsAgo: number) =>
      app.sql(
        `INSERT INTO contacts (name, created_at) SELECT $1, now() - (n + $3::int) * interval '1 second'
         FROM generate_series(1, $2::int) AS n`,
        [name, count, secondsAgo],
      );
    await write(`Frequent ${mark}`, HITS_AT_MOST + 1, 100_000);
    await write('Somebody', DEPTH, 50_000);
    const read = async (search: string, cursor = '') =>
      (await app.api.get<Page<ContactBody>>(`/api/contacts?limit=10&search=${search}${cursor && `&cursor=${cursor}`}`))
        .body;
    const walked: number[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null && walked.length < 15) {
      const page: Page<ContactBody> = await read(mark, cursor);
      expect(page.results.length === 10 || page.next_cursor !== null).toBe(true);
      walked.push(...page.results.map(({ id }) => id));
      cursor = page.next_cursor;
      pages += 1;
    }
    const newest = await app.sql<{ id: string }>(
      'SELECT id FROM contacts WHERE name = $1 ORDER BY created_at DESC, id DESC LIMIT $2',
      [`Frequent ${mark}`, walked.length],
    );
    expect(walked).toEqual(newest.map(({ id }) => Number(id)));
    expect(pages).toBeGreaterThan(2);
    const rare = await contact({ name: `Frequent ${mark} rare${mark}` });
    expect(await search(`${mark} rare${mark}`)).toEqual([rare.id]);
    await app.sql(`DELETE FROM contacts WHERE name IN ($1, 'Somebody')`, [`Frequent ${mark}`]);
  });
});

describe('merging two contacts', () => {
  const merge = (one: Named, into: Named) =>
    app.api.post<ContactBody & ProblemBody>(`${at(one)}/merge`, { into: into.id });

  it('has both read as one, with all addresses and tickets, until it is taken back whole', async () => {
    const [a, b] = [fresh(), fresh()];
    const [one, other] = [await contact({ name: 'A. Berg', addresses: [a] }), await contact({ addresses: [b] })];
    const [mine, yours] = [await asked({ id: one.id }), await asked({ id: other.id })];
    const before = [await read(one), await read(other)];
    const merged = await merge(one, other);
    expect(merged.body).toMatchObject({
      id: other.id,
      addresses: [b, a],
      merged: [{ id: one.id, name: 'A. Berg' }],
      version: 2,
    });
    expect(await read(one)).toEqual(merged.body);
    expect(await ticketsOf(at(one))).toEqual([yours.id, mine.id]);
    expect(await ticketsOf(at(other))).toEqual([yours.id, mine.id]);
    const seen = (await app.api.get<AskedTicket>(`/api/tickets/${String(mine.id)}`)).body;
    expect([seen.requester?.id, seen.version]).toEqual([other.id, 1]);
    expect(await search(a)).toEqual([other.id]);
    const later = await asked({ address: a });
    expect(later.requester.id).toBe(other.id);
    const back = await app.api.delete<ContactBody>(`${at(one)}/merge`);
    expect(back.body).toMatchObject({ ...before[0], version: 3, updated_at: expect.any(String) });
    expect(await read(other)).toMatchObject({ ...before[1], version: 3, updated_at: expect.any(String) });
    expect(await ticketsOf(at(one))).toEqual([later.id, mine.id]);
  });

  it('goes on over several, and each step can be taken back', async () => {
    const all = [
      await contact({ addresses: [fresh()] }),
      await contact({ addresses: [fresh()] }),
      await contact(),
    ] as const;
    await merge(all[0], all[1]);
    await merge(all[1], all[2]);
    expect((await read(all[0])).id).toBe(all[2].id);
    expect((await read(all[2])).addresses).toHaveLength(2);
    await app.api.delete(`${at(all[1])}/merge`);
    expect((await read(all[0])).id).toBe(all[1].id);
    expect((await read(all[2])).addresses).toEqual([]);
  });

  it('changes the one who stands for both, wherever an address came from', async () => {
    const [a, b, c] = [fresh(), fresh(), fresh()];
    const [one, other] = [await contact({ addresses: [a] }), await contact({ addresses: [b] })];
    await merge(one, other);
    const changed = await app.api.patch<ContactBody>(at(one), { name: 'Both', addresses: [c, a] });
    expect(changed.body).toMatchObject({ id: other.id, name: 'Both', addresses: [c, a] });
    await app.api.delete(`${at(one)}/merge`);
    expect([(await read(one)).addresses, (await read(other)).addresses]).toEqual([[a], [c]]);
    await merge(one, other);
    expect((await app.api.patch<ContactBody>(at(other), { addresses: [c] })).body.addresses).toEqual([c]);
  });

  it('is refused for the same person, for who is merged already, and for nobody', async () => {
    const [one, other, third] = [await contact(), await contact(), await contact()];
    expect(refusal(await merge(one, one))).toEqual([400, 'into same_contact']);
    await merge(one, other);
    expect(refusal(await merge(other, one))).toEqual([400, 'into same_contact']);
    expect(refusal(await merge(one, third))).toEqual([409, 'contact_merged']);
    expect(refusal(await merge(one, { id: 999_999_999, name: '' }))).toEqual([400, 'into unknown_value']);
    expect(refusal(await merge({ id: 999_999_999, name: '' }, one))).toEqual([404, 'contact_not_found']);
    expect(refusal(await app.api.delete<ProblemBody>(`${at(third)}/merge`))).toEqual([409, 'contact_not_merged']);
  });

  it('of two into each other at once is one merge', async () => {
    const [one, other] = [await contact(), await contact()];
    const holder = new Client({ connectionString: app.databaseUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM contacts WHERE id IN ($1, $2) FOR NO KEY UPDATE', [one.id, other.id]);
    const answers = Promise.all([merge(one, other), merge(other, one)]);
    await waiting(app, 2);
    await holder.query('COMMIT');
    await holder.end();
    expect((await answers).map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(one)).id).toBe((await read(other)).id);
  });
});

describe('organisations', () => {
  const organise = async (fields: object) =>
    (
      await app.api.post<Named & { domains: string[]; version: number }>('/api/organisations', {
        name: 'Northwind',
        ...fields,
      })
    ).body;
  const path = ({ id }: Named) => `/api/organisations/${String(id)}`;

  it('are those of the domains of addresses, unless somebody chose another', async () => {
    const northwind = await organise({ domains: ['NORTHWIND.example', 'm\u00fcller.example.com'] });
    expect(northwind.domains).toEqual(['northwind.example', 'm\u00fcller.example.com']);
    const other = await organise({ name: 'Other' });
    const anna = await asked({ name: 'Anna', address: fresh('Northwind.Example') });
    expect(anna.requester.organisation).toEqual({ id: northwind.id, name: 'Northwind' });
    const bo = await contact({ addresses: [fresh(), fresh('xn--mller-kva.example.com')] });
    expect([bo.organisation?.id, bo.organisation_by_hand]).toEqual([northwind.id, false]);
    const chosen = await app.api.patch<ContactBody>(at(bo), { organisation: other.id });
    expect([chosen.body.organisation?.id, chosen.body.organisation_by_hand]).toEqual([other.id, true]);
    const byDomain = { id: northwind.id, name: 'Northwind', domain: 'm\u00fcller.example.com' };
    expect([bo.organisation_by_domain, chosen.body.organisation_by_domain]).toEqual([byDomain, byDomain]);
    const cleo = await contact({ organisation: northwind.id });
    const dan = await contact({ addresses: [fresh('mail.northwind.example')] });
    expect([cleo.organisation?.id, dan.organisation]).toEqual([northwind.id, null]);
    expect([cleo.organisation_by_domain, dan.organisation_by_domain]).toEqual([null, null]);
    const [of, , by] = [await asked({ id: bo.id }), await asked({ id: dan.id }), await asked({ id: cleo.id })];
    expect(await ticketsOf(path(northwind))).toEqual([by.id, anna.id]);
    expect(await ticketsOf(path(other))).toEqual([of.id]);
    await app.api.patch(at(bo), { organisation: null });
    expect(await ticketsOf(path(northwind))).toEqual([by.id, of.id, anna.id]);
    await app.api.post(`${at(dan)}/merge`, { into: cleo.id });
    expect(await ticketsOf(path(northwind))).toHaveLength(4);
  });

  it('of very many tell what theirs asked, newest first, page by page', async () => {
    const domain = `n${String(Date.now())}.example`;
    const { body } = await app.api.post<Named>('/api/organisations', { name: 'Crowd', domains: [domain] });
    await app.sql(
      `WITH made AS (INSERT INTO contacts (name) SELECT 'Member' FROM generate_series(0, $2::int) RETURNING id)
       INSERT INTO contact_addresses (contact_id, address, address_key)
       SELECT id, id || '@' || $1::text, id || '@' || $1::text FROM made`,
      [domain, MEMBERS_AT_MOST],
    );
    const [one, two] = await app.sql<{ id: string }>(
      `SELECT contact_id AS id FROM contact_addresses WHERE address LIKE '%@' || $1 ORDER BY contact_id DESC LIMIT 2`,
      [domain],
    );
    const mine = await asked({ id: Number(one?.id) });
    await asked({ address: fresh() });
    const yours = await asked({ id: Number(two?.id) });
    expect(await ticketsOf(path(body))).toEqual([yours.id, mine.id]);
    const first = (await app.api.get<Page<TicketBody>>(`${path(body)}/tickets?limit=1`)).body;
    const next = `${path(body)}/tickets?limit=1&cursor=${String(first.next_cursor)}`;
    const second = (await app.api.get<Page<TicketBody>>(next)).body;
    expect([...first.results, ...second.results].map(({ id }) => id)).toEqual([yours.id, mine.id]);
    expect(second.next_cursor).toBeNull();
    // Who is said to belong elsewhere does not belong here.
    await app.sql(
      `WITH other AS (INSERT INTO organisations (name) VALUES ('Another') RETURNING id)
       UPDATE contacts SET organisation_id = other.id FROM other WHERE contacts.id = $1`,
      [two?.id],
    );
    expect(await ticketsOf(path(body))).toEqual([mine.id]);
    await app.sql(`DELETE FROM contact_addresses WHERE address LIKE '%@' || $1`, [domain]);
  });

  it('are read, listed, changed and deleted, and no domain is of two', async () => {
    const domain = `d${String((last += 1))}.example`;
    const one = await organise({ domains: [domain] });
    const taken = await app.api.post<ProblemBody>('/api/organisations', { name: 'X', domains: [domain.toUpperCase()] });
    expect(refusal(taken)).toEqual([409, 'domains taken']);
    const changed = await app.api.patch<Named>(
      path(one),
      { name: 'New', note: 'Gold', domains: [] },
      { 'if-match': '"1"' },
    );
    expect(changed.body).toMatchObject({ name: 'New', note: 'Gold', domains: [], version: 2 });
    expect((await app.api.get(path(one))).body).toEqual(changed.body);
    expect((await app.api.get<Page<Named>>('/api/organisations?limit=1')).body.results).toEqual([changed.body]);
    const member = await contact({ organisation: one.id });
    expect((await app.api.delete(path(one), { 'if-match': '"1"' })).status).toBe(412);
    expect((await app.api.delete(path(one))).status).toBe(204);
    expect((await read(member)).organisation).toBeNull();
    for (const answer of [
      await app.api.get<ProblemBody>(path(one)),
      await app.api.get<ProblemBody>(`${path(one)}/tickets`),
      await app.api.patch<ProblemBody>(path(one), { name: 'X' }),
      await app.api.delete<ProblemBody>(path(one)),
    ])
      expect(refusal(answer)).toEqual([404, 'organisation_not_found']);
  });

  it.each([
    ['among the newest', 'Quokka', 0],
    ['also where none of the newest has them', 'Numbat', 300],
  ])('are found by words that thousands have, %s', async (_, word, others) => {
    await app.sql(
      `INSERT INTO organisations (name, created_at)
       SELECT $1 || ' ' || n, now() + n * interval '1 second' FROM generate_series(1, 10050) AS n
       UNION ALL SELECT 'Other ' || n, now() + interval '1 day' FROM generate_series(1, $2::int) AS n`,
      [word, others],
    );
    const query = `/api/organisations?search=${word.toLowerCase()}&limit=2`;
    const { body } = await app.api.get<Page<Named>>(query);
    const { body: next } = await app.api.get<Page<Named>>(`${query}&cursor=${String(body.next_cursor)}`);
    await app.sql(`DELETE FROM organisations WHERE name ~ '^(Quokka|Numbat|Other) '`);
    expect([...body.results, ...next.results].map(({ name }) => name)).toEqual(
      [10_050, 10_049, 10_048, 10_047].map((n) => `${word} ${String(n)}`),
    );
  });

  it('are found by all words of the name, as people compare them, newest first and page by page', async () => {
    const find = async (search: string, more = '') => {
      const query = `/api/organisations?search=${encodeURIComponent(search)}${more}`;
      const { body } = await app.api.get<Page<Named>>(query);
      return { names: body.results.map(({ name }) => name), next: body.next_cursor };
    };
    const names = [
      'M\u00fcller Stahlwerk GmbH',
      'Stahlwerk Nord',
      'Stra\u00dfenbau S\u00fcd',
      'MU\u0308LLER & Co. 100%_',
    ];
    for (const name of names) await organise({ name });
    const [muller, nord, road, co] = names;
    expect((await find('stahlwerk')).names).toEqual([nord, muller]);
    expect((await find('STAHL m\u00fcl')).names).toEqual([muller]);
    expect((await find('m\u00fcller')).names).toEqual([co, muller]);
    expect((await find('strassen')).names).toEqual([road]);
    expect((await find('nord s\u00fcd')).names).toEqual([]);
    for (const odd of ["'", '& | !', ':*', '\\', '100%_'])
      expect([odd, (await app.api.get(`/api/organisations?search=${encodeURIComponent(odd)}`)).status]).toEqual([
        odd,
        200,
      ]);
    const first = await find('stahlwerk', '&limit=1');
    expect(first.names).toEqual([nord]);
    const second = await find('stahlwerk', `&limit=1&cursor=${String(first.next)}`);
    expect([second.names, second.next]).toEqual([[muller], null]);
    const all = await find(' ', '&limit=2');
    expect(all.names).toEqual([co, road]);
    expect((await find('', `&limit=2&cursor=${String(all.next)}`)).names).toEqual([nord, muller]);
    expect(refusal(await app.api.get<ProblemBody>(`/api/organisations?search=${'x'.repeat(201)}`))).toEqual([
      400,
      'search too_long',
    ]);
  });

  it.each([
    [{ name: ' ' }, 'name required'],
    [{ domains: ['no domain'] }, 'domains not_a_domain'],
    [{ domains: ['anna@example.com'] }, 'domains not_a_domain'],
    [{ domains: 'example.com' }, 'domains not_a_list'],
    [{ contacts: [] }, 'contacts unknown_field'],
  ])('are refused with %j', async (fields, error) => {
    const answer = await app.api.post<ProblemBody>('/api/organisations', { name: 'Northwind', ...fields });
    expect(refusal(answer)).toEqual([400, error]);
  });
});

describe('the tickets of a contact', () => {
  it('come newest first, page by page, without those that are deleted', async () => {
    const one = await contact();
    const all = [await asked({ id: one.id }), await asked({ id: one.id }), await asked({ id: one.id })];
    await app.as('admin').delete(`/api/admin/tickets/${String(all[1]?.id)}`);
    const first = (await app.api.get<Page<TicketBody>>(`${at(one)}/tickets?limit=1`)).body;
    expect(first.results.map(({ id }) => id)).toEqual([all[2]?.id]);
    const next = await app.api.get<Page<TicketBody>>(`${at(one)}/tickets?limit=1&cursor=${String(first.next_cursor)}`);
    expect([next.body.results.map(({ id }) => id), next.body.next_cursor]).toEqual([[all[0]?.id], null]);
  });
});
