import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { PortalHousekeeping } from '../src/portal/portal-housekeeping.service.ts';
import { type Answer, ApiClient, type ProblemBody } from './support/api-client.ts';
import { WITH_PORTAL, customerOf, linksTo } from './support/customers.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

interface CustomerBody {
  name: string;
  address: string;
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(WITH_PORTAL);
});
afterAll(() => app.close());
// Each test asks from a place of its own.
let places = 0;
const somewhere = () => app.anonymous.with({ 'x-forwarded-for': `198.51.100.${String((places += 1))}` });

const ask = (address: string, by = somewhere(), more: object = {}): Promise<Answer<ProblemBody>> =>
  by.post('/api/portal/links', { address, ...more });

const use = (token: string, by: ApiClient = app.anonymous): Promise<Answer<CustomerBody & ProblemBody>> =>
  by.post('/api/portal/session', { token });

const cookieFrom = ({ headers }: Answer<unknown>): string => headers.get('set-cookie') ?? '';
const browserWith = (answer: Answer<unknown>) =>
  new ApiClient(app.url, { cookie: cookieFrom(answer).split(';', 1)[0] ?? '' });

async function newestLink(address: string): Promise<string> {
  await ask(address);
  return (await linksTo(app, address)).at(-1) ?? '';
}

describe('a link', () => {
  it('signs in whoever holds it, by a cookie that no script can read', async () => {
    const token = await newestLink('ruth@brandt.example');
    const answer = await use(token);
    expect([answer.status, answer.body]).toEqual([
      200,
      { name: 'ruth@brandt.example', address: 'ruth@brandt.example' },
    ]);
    expect(cookieFrom(answer)).toMatch(/^desk_portal_[^=]+=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    expect(await browserWith(answer).get('/api/portal/session')).toMatchObject({ status: 200, body: answer.body });
  });

  it('works once, also for two who use it in the same moment', async () => {
    const token = await newestLink('once@brandt.example');
    const answers = await Promise.all([use(token), use(token), use(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect(await use(token)).toMatchObject({ status: 401, body: { code: 'link_spent' } });
  });

  it('works for fifteen minutes and is forgotten then', async () => {
    const token = await newestLink('late@brandt.example');
    const [left] = await app.sql<{ minutes: number }>(
      `SELECT extract(epoch FROM expires_at - now())::float / 60 AS minutes FROM portal_links WHERE address = 'late@brandt.example'`,
    );
    expect(left?.minutes).toBeGreaterThan(14);
    expect(left?.minutes).toBeLessThanOrEqual(15);
    await app.sql(`UPDATE portal_links SET expires_at = now() WHERE address = 'late@brandt.example'`);
    expect(await use(token)).toMatchObject({ status: 401, body: { code: 'link_spent' } });
    await app.get(PortalHousekeeping).tidy();
    expect(await app.sql(`SELECT FROM portal_links WHERE address = 'late@brandt.example'`)).toEqual([]);
  });

  it('is kept as a digest alone, and its mail holds no word of whoever asked but the address', async () => {
    await ask('digest@brandt.example', somewhere(), { name: 'Buy pills at pills.example' });
    const [token = ''] = await linksTo(app, 'digest@brandt.example');
    const [mail] = await app.sql<{ mail: string }>(
      `SELECT concat_ws(' ', from_name, subject, text, html, recipients) AS mail FROM outgoing_mails ORDER BY id DESC LIMIT 1`,
    );
    expect(mail?.mail).not.toContain('pills');
    expect(mail?.mail).toContain('Sign in to Halden Support');
    const rows = await app.sql<{ row: string }>('SELECT portal_links::text AS row FROM portal_links');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await use(token)).body.name).toBe('Buy pills at pills.example');
  });

  it('that was never given is none', async () => {
    expect(await use('made-up')).toMatchObject({ status: 401, body: { code: 'link_spent' } });
    expect(await use('x'.repeat(101))).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });
});

const TURNS = 5;

describe('asking for a link', () => {
  it('is answered alike, and writes and reads alike, whether the desk knows the address or not', async () => {
    for (let turn = 0; turn < TURNS; turn += 1)
      await customerOf(app, `known-${String(turn)}@brandt.example`, `Known ${String(turn)}`);
    const seen = async (address: string) => {
      const by = somewhere();
      let answer: Answer<ProblemBody> | undefined;
      const statements = await statementsOf(async () => (answer = await ask(address, by)));
      const names = [...(answer?.headers.keys() ?? [])].sort();
      return {
        status: answer?.status,
        body: answer?.body,
        names,
        statements,
        sent: (await linksTo(app, address)).length,
      };
    };
    // What the process does by itself meanwhile comes between now and then, but not each time.
    let [known, unknown] = [await seen('known-0@brandt.example'), await seen('unknown-0@brandt.example')];
    for (let turn = 1; turn < TURNS && !isDeepStrictEqual(known, unknown); turn += 1) {
      known = await seen(`known-${String(turn)}@brandt.example`);
      unknown = await seen(`unknown-${String(turn)}@brandt.example`);
    }
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 202, sent: 1 });
    expect(known.statements.length).toBeGreaterThan(3);
    expect(await app.sql(`SELECT FROM contact_addresses WHERE address_key LIKE 'unknown-%'`)).toEqual([]);
  });

  it('sends none to the desk itself, and is answered as ever', async () => {
    const own = 'DESK+t7@halden.example';
    expect(await ask(own)).toMatchObject({ status: 202 });
    expect(await linksTo(app, own)).toEqual([]);
  });

  it('fills nobody’s mailbox: five mails in a quarter of an hour, whoever asks and however it is written', async () => {
    const asks = ['full@brandt.example', 'FULL@brandt.example', 'Full@BRANDT.example'];
    const answers = [];
    for (let turn = 0; turn < 7; turn += 1) answers.push(await ask(asks[turn % 3] ?? ''));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429, 429]);
    expect(answers.at(-1)?.body.code).toBe('too_many_requests');
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(600);
    expect((await ask('empty@brandt.example')).status).toBe(202);
  });

  it('is taken twenty times in a quarter of an hour from one place, whoever it is for', async () => {
    const by = somewhere();
    const answers = [];
    for (let turn = 0; turn < 21; turn += 1)
      answers.push((await ask(`turn-${String(turn)}@brandt.example`, by)).status);
    expect(answers).toEqual([...Array.from({ length: 20 }, () => 202), 429]);
  });

  it.each([
    '',
    'ruth',
    'ruth@',
    'a@b.example, c@d.example',
    'ruth@brandt.example\r\nBcc: all@brandt.example',
    7,
    null,
    ['a@b.example'],
  ])('is refused for %j', async (address) => {
    expect(await somewhere().post('/api/portal/links', { address })).toMatchObject({
      ...{ status: 400, body: { code: 'validation_failed', errors: [{ field: 'address' }] } },
    });
  });

  it('is refused with a name that is none', async () => {
    expect(await ask('ruth@brandt.example', somewhere(), { name: null })).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: 'name', code: 'not_text' }] } },
    });
  });

  it('and using one is for the portal’s own pages', async () => {
    for (const path of ['links', 'session']) {
      const answer = await somewhere().post<ProblemBody>(`/api/portal/${path}`, {}, { 'sec-fetch-site': 'cross-site' });
      expect([answer.status, answer.body.code]).toEqual([403, 'cross_origin_request']);
    }
  });
});

describe('a session of a customer', () => {
  it('is whoever has the address now: of nobody it opens nothing, and of another person theirs', async () => {
    const browser = await customerOf(app, 'moving@brandt.example', 'First');
    await app.sql(`UPDATE contacts SET name = 'Second' WHERE name = 'First'`);
    expect((await browser.get<CustomerBody>('/api/portal/session')).body.name).toBe('Second');
    await app.sql(`DELETE FROM contact_addresses WHERE address_key = 'moving@brandt.example'`);
    expect((await browser.get('/api/portal/session')).status).toBe(204);
  });

  it.each([
    ['is too old', `expires_at = now() - interval '1 second'`],
    ['was unused for a week', `last_seen_at = now() - interval '7 days 1 minute'`],
  ])('that %s is over, and is forgotten', async (_, change) => {
    const browser = await customerOf(app, 'over@brandt.example');
    await app.sql(`UPDATE portal_sessions SET ${change} WHERE address_key = 'over@brandt.example'`);
    expect((await browser.get('/api/portal/session')).status).toBe(204);
    await app.get(PortalHousekeeping).tidy();
    expect(await app.sql(`SELECT FROM portal_sessions WHERE address_key = 'over@brandt.example'`)).toEqual([]);
  });

  it('ends by signing out, and by signing in anew', async () => {
    const browser = browserWith(await use(await newestLink('out@brandt.example')));
    const answer = await browser.delete('/api/portal/session');
    expect([answer.status, cookieFrom(answer)]).toEqual([
      204,
      expect.stringMatching(/^desk_portal_[^=]+=; .*Expires=Thu, 01 Jan 1970/),
    ]);
    expect((await browser.get('/api/portal/session')).status).toBe(204);

    const earlier = browserWith(await use(await newestLink('anew@brandt.example')));
    await use(await newestLink('anew@brandt.example'), earlier);
    expect((await earlier.get('/api/portal/session')).status).toBe(204);
  });
});

/** The statements that are sent to the database while something is done. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = jest.spyOn(Client.prototype, 'query');
  await work();
  const sent = query.mock.calls.map(([statement]: unknown[]) =>
    typeof statement === 'string' ? statement : String((statement as { text?: string }).text),
  );
  query.mockRestore();
  return sent;
}
