import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { MatchingMessages } from '../src/tickets/matches/matching-messages.repository.ts';
import { SearchWords } from '../src/tickets/search-words.service.ts';
import { WordCounting } from '../src/tickets/similar/word-counting.service.ts';
import { WordShares } from '../src/tickets/word-shares.service.ts';
import { runToEnd } from './support/bulk-runs.ts';
import { ticketPath, timelineOf, write } from './support/conversation.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { clearTickets } from './support/ticket-rows.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(() => clearTickets(app));
afterEach(() => jest.restoreAllMocks());

const found = async (search: string) => (await app.api.list({ search })).results.map(({ id }) => id);
/** A ticket of somebody. */
const asked = async (requester: object, text: object = {}) =>
  (
    await app.api.post<{ id: number }>('/api/tickets', {
      ...{ title: 'Invoice', description: 'Six seats too many.', category: 'billing', priority: 'low', requester },
      ...text,
    })
  ).body;
const indexPeople = () => app.get(SearchWords).indexPeople({ signal: new AbortController().signal });
const contact = async (name: string, address: string) =>
  (await app.api.post<{ id: number }>('/api/contacts', { name, addresses: [address] })).body.id;
const redact = (id: number, number: number) =>
  app.sql(`UPDATE messages SET text = 'Removed.' WHERE ticket_id = $1 AND number = $2`, [id, number]);

describe('a ticket that is found by a message', () => {
  const rows = async (search: string) =>
    (await app.api.list({ search })).results as unknown as {
      id: number;
      found_in?: { number: number; kind: string; author: string; excerpt: { text: string; match: boolean }[] };
    }[];

  it('says which one, who wrote it, and why; one whose own words are found says nothing', async () => {
    const { id } = await asked({ name: 'Ruth Adler', address: `ruth@found${String(Date.now())}.example` });
    await write(app.api, id, { kind: 'note', text: 'Ask accounting about the Umlaut\u00fcbung first.' });
    await write(app.api, id, { kind: 'reply', text: 'We are looking into it.' });
    const [row] = await rows('umlautubung');
    expect(row).toMatchObject({ id, found_in: { kind: 'note', author: 'Test Agent' } });
    expect(row?.found_in?.excerpt).toEqual([
      { text: 'Ask accounting about the ', match: false },
      { text: 'Umlaut\u00fcbung', match: true },
      { text: ' first.', match: false },
    ]);
    const [both] = await rows('invoice accounting');
    expect(both?.found_in?.excerpt.filter(({ match }) => match)).toEqual([{ text: 'accounting', match: true }]);
    expect((await rows('invoice'))[0]).not.toHaveProperty('found_in');
    expect((await app.api.list({})).results[0]).not.toHaveProperty('found_in');
  });

  it('tells a picture by its words', async () => {
    const { id } = await asked({ name: 'Ruth Adler', address: `ruth@shown${String(Date.now())}.example` });
    await write(app.api, id, { kind: 'note', text: 'See the plan.' });
    await app.sql(`UPDATE messages SET text = $2 WHERE ticket_id = $1 AND number > 1`, [
      ...[id, `The zebra plan: ![a drawing](attachment:${randomUUID()})`],
    ]);
    const [row] = await rows('zebra');
    expect(row?.found_in?.excerpt.map(({ text }) => text).join('')).toBe('The zebra plan: [picture: a drawing]');
  });

  it('is asked with one statement for the page, and with none where the tickets say it', async () => {
    for (let n = 0; n < 3; n += 1) {
      const { id } = await asked({ name: 'Ruth', address: `r${String(n)}@many${String(Date.now())}.example` });
      await write(app.api, id, { kind: 'note', text: 'Zeppelin' });
    }
    const of = jest.spyOn(app.get(MatchingMessages), 'of');
    expect((await rows('zeppelin')).map(({ found_in: why }) => why?.kind)).toEqual(['note', 'note', 'note']);
    expect(of).toHaveBeenCalledTimes(1);
    await rows('invoice');
    expect(of).toHaveBeenCalledTimes(1);
  });
});

let people = 0;
/** Somebody whose address nobody else has. */
const somebody = (name: string, domain = 'halden.example') => ({
  name,
  address: `ruth.${String((people += 1))}@${domain}`,
});

describe('a ticket is found by its conversation', () => {
  it('by words of answers and notes, together with its own and those of its people', async () => {
    const { id } = await asked(somebody('Ruth Ädler'));
    await app.api.createTicket({ title: 'Invoice', description: 'Six seats too many.' });
    await write(app.api, id, { kind: 'reply', text: 'The **voucher** follows by “mail”.' });
    await write(app.api, id, { kind: 'note', text: 'Watch this customer, 退款 is due at 100%.' });
    for (const search of [
      'voucher',
      'invoice voucher',
      'adler watch six',
      'vouch',
      'oucher',
      '退款',
      '100%',
      '"this customer"',
    ])
      expect([search, await found(search)]).toEqual([search, [id]]);
    for (const search of ['"customer this"', 'voucher giraffe', '"voucher watch"'])
      expect([search, await found(search)]).toEqual([search, []]);
    expect(await app.api.list({ search: 'voucher' })).toMatchObject({ count: 1, count_exact: true });
  });

  it('by names and addresses of who asks and who follows, and by parts of those', async () => {
    const asks = { name: 'Björn Quist', address: 'b.quist+desk@post.nordwind.example' };
    const { id } = await asked(asks);
    await asked(somebody('Somebody Else'));
    for (const search of [
      'bjorn',
      'quist',
      asks.address,
      'post.nordwind.example',
      '@post.nordwind',
      'nordwind',
      'b.quist',
      '"Björn Quist"',
    ])
      expect([search, await found(search)]).toEqual([search, [id]]);
    const follows = { name: 'Finance', address: 'finance@südwind.example' };
    const { body } = await app.api.post<{ followers: { id: number }[] }>(`${ticketPath(id)}/followers`, follows);
    expect(await found('finance sudwind quist')).toEqual([id]);
    await app.api.delete(`${ticketPath(id)}/followers/${String(body.followers[0]?.id)}`);
    expect(await found('finance')).toEqual([]);
    await app.api.patch(ticketPath(id), { requester: somebody('Tove Lind') });
    expect([await found('tove'), await found('quist')]).toEqual([[id], []]);
  });

  it('as people are called now, also those who are one', async () => {
    const [old, kept] = [
      await contact('A. Wallin', 'a@wallin.example'),
      await contact('Anna Berg', 'anna@berg.example'),
    ];
    const { id } = await asked({ id: old });
    await app.api.post(`/api/contacts/${String(old)}/merge`, { into: kept });
    await indexPeople();
    expect([await found('wallin.example'), await found('anna berg')]).toEqual([[id], [id]]);
    const { body } = await app.api.get<{ version: number }>(`/api/contacts/${String(kept)}`);
    const change = { name: 'Anna Holm', addresses: ['anna@holm.example'] };
    const changed = await app.api.patch(`/api/contacts/${String(kept)}`, change, {
      'If-Match': `"${String(body.version)}"`,
    });
    expect(changed.status).toBe(200);
    await indexPeople();
    expect([await found('holm.example'), await found('berg.example'), await found('wallin.example')]).toEqual([
      [id],
      [],
      [],
    ]);
  });

  it('also after its text has changed, of which the earlier one is forgotten', async () => {
    const { id } = await app.api.createTicket({ title: 'Invoice' });
    await write(app.api, id, { kind: 'note', text: 'A voucher follows.' });
    await app.api.patch(ticketPath(id), { title: 'Receipt' });
    expect([await found('receipt voucher'), await found('invoice')]).toEqual([[id], []]);
  });

  it('by nothing that was removed', async () => {
    const { id } = await app.api.createTicket();
    const { body: note } = await write(app.api, id, { kind: 'note', text: 'Their name is Quokka.' });
    await write(app.api, id, { kind: 'note', text: 'A voucher follows.' });
    expect(await found('quokka')).toEqual([id]);
    await redact(id, note.number);
    expect([await found('quokka'), await found('removed voucher')]).toEqual([[], [id]]);
  });

  it('by messages of its own alone', async () => {
    const ids = [(await app.api.createTicket()).id, (await app.api.createTicket()).id];
    for (const id of ids)
      await write(app.api, id, { kind: 'note', text: `Said of ${String(id)}: quokka${String(id)}` });
    for (const id of ids) expect(await found(`quokka${String(id)}`)).toEqual([id]);
  });
});

/** Words that nobody writes twice, as many as a message holds. */
function manyWords(seed: string): string {
  return Array.from({ length: 1_500 }, (_, n) => `${seed}${(n * 7_919).toString(36)}`).join(' ');
}

describe('a long conversation', () => {
  const seeds = ['alpha', 'beta', 'gamma', 'delta'];
  let id: number;
  beforeEach(async () => {
    ({ id } = await app.api.createTicket({ title: 'Heading', description: 'Six seats' }));
    await app.api.createTicket();
    for (const seed of seeds) await write(app.api, id, { kind: 'note', text: `${manyWords(seed)} common ${seed}end` });
  });
  const pages = () =>
    app.sql<{ size: number }>(
      `SELECT length(document) AS size FROM ticket_search WHERE ticket_id = $1
       UNION ALL SELECT length(document) FROM ticket_search_pages WHERE ticket_id = $1`,
      [id],
    );

  it.each([
    ['rare', 0.000_01],
    ['frequent', 0.9],
  ])('is found by all of its words, once, where they are believed to be %s', async (_, share) => {
    jest
      .spyOn(app.get(WordShares), 'outlook')
      .mockImplementation(({ terms }) => Promise.resolve({ tickets: 1_000_000, shares: terms.map(() => share) }));
    for (const seed of seeds) expect([seed, await found(`${seed}end common`)]).toEqual([seed, [id]]);
    expect(await app.api.list({ search: 'common' })).toMatchObject({ count: 1, results: [{ id }] });
    expect(await found('"common deltaend"')).toEqual([id]);
    expect(await found('"common delta"')).toEqual([]);
  });

  it('stands in parts of which each is bounded, and one that changes forgets what was removed', async () => {
    const before = await pages();
    expect(before.length).toBeGreaterThan(1);
    const numbers = (await timelineOf(app.api, id)).filter(({ kind }) => kind === 'note').map(({ number }) => number);
    await redact(id, numbers.at(-1) ?? 0);
    expect([await found('deltaend'), await found('gammaend')]).toEqual([[], [id]]);
    await app.api.patch(ticketPath(id), { title: 'Another' });
    for (const seed of ['alpha', 'gamma']) expect(await found(`${seed}end`)).toEqual([id]);
  });

  it('is the same when it is made anew', async () => {
    const before = await pages();
    await app.sql('SELECT index_ticket_words($1)', [id]);
    expect(await pages()).toEqual(before);
    for (const seed of seeds) expect(await found(`${seed}end common`)).toEqual([id]);
  });

  it('is chosen as a whole list, too, and leaves nothing when it is gone', async () => {
    const order = {
      selection: { filter: { search: 'deltaend' } },
      action: { kind: 'change', changes: { priority: 'high' } },
    };
    expect(await runToEnd(app.as('admin'), order)).toMatchObject({ changed: 1 });
    await clearTickets(app);
    expect(await pages()).toEqual([]);
  });
});

describe('how frequent words are', () => {
  it('is told by messages and people too, and of similar tickets by texts alone', async () => {
    for (let n = 0; n < 4; n += 1) {
      const { id } = await asked(somebody('Ruth', 'quist.example'));
      await write(app.api, id, { kind: 'note', text: 'A voucher follows.' });
    }
    await app.get(WordCounting).count();
    const these = `lexeme IN ('invoice', 'voucher', 'quist') ORDER BY lexeme`;
    expect(await app.sql(`SELECT lexeme, tickets FROM frequent_words WHERE ${these}`)).toEqual([
      { lexeme: 'invoice', tickets: 4 },
      { lexeme: 'quist', tickets: 4 },
      { lexeme: 'voucher', tickets: 4 },
    ]);
    expect(await app.sql(`SELECT lexeme FROM word_counts WHERE ${these}`)).toEqual([{ lexeme: 'invoice' }]);
  });
});

it('what was written before is found after an upgrade', async () => {
  const { id } = await asked(somebody('Ruth Adler'));
  await write(app.api, id, { kind: 'note', text: 'A voucher follows.' });
  const dataSource = app.get(DataSource);
  const isThere = async () => (await app.sql(`SELECT FROM migrations WHERE name LIKE 'FindConversations%'`)).length > 0;
  while (await isThere()) await dataSource.undoLastMigration();
  await dataSource.runMigrations();
  expect(await found('invoice voucher adler')).toEqual([id]);
});
