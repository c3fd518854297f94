import { get } from 'node:http';
import { jest } from '@jest/globals';
import { AuditLog } from '../src/audit/audit-log.service.ts';
import { AuditTrailRepository } from '../src/audit/audit-trail.repository.ts';
import { SYSTEM } from '../src/common/author.ts';
import type { AuditEventBody, AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody } from './support/api-client.ts';
import { parseCsv } from './support/csv.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const page = (query: string) => app.as('admin').get<AuditPageBody & ProblemBody>(`/api/admin/audit?${query}`);
const idOf = async (username: string) =>
  Number((await app.sql<{ id: string }>('SELECT id FROM users WHERE username = $1', [username]))[0]?.id);

/** Straight into the table: `count` events of a kind, a minute apart, the first at a time. */
function remember(kind: string, first: string, count = 1, actor: number | null = null): Promise<unknown> {
  return app.sql(
    `INSERT INTO audit_events (occurred_at, kind, via, actor_id, subject_type, subject_id)
     SELECT $2::timestamptz + n * interval '1 minute', $1, 'web', $4, 'session', n FROM generate_series(0, $3::int - 1) AS n`,
    [kind, first, count, actor],
  );
}

async function allPages(query: string): Promise<AuditEventBody[]> {
  const events: AuditEventBody[] = [];
  let cursor = '';
  do {
    const { body } = await page(`${query}${cursor && `&cursor=${cursor}`}`);
    events.push(...body.results);
    cursor = body.next_cursor ?? '';
  } while (cursor !== '');
  return events;
}

describe('the audit log', () => {
  it('runs newest first, page by page, each event once, also those of the same moment', async () => {
    await app.sql(
      `INSERT INTO audit_events (occurred_at, kind, via) SELECT '2020-01-01T00:00:00Z', 'sign_out', 'web'
       FROM generate_series(1, 25)`,
    );
    const events = await allPages('to=2020-06-01&limit=10');
    expect(events).toHaveLength(25);
    const ids = events.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => other - one));
  });

  it('shows an event whole', async () => {
    const actor = await idOf('test-admin');
    await app.sql(
      `INSERT INTO audit_events (occurred_at, kind, via, actor_id, address, subject_type, subject_id, subject_label, details)
       VALUES ('2020-07-01T10:20:30.123Z', 'token_revoked', 'web', $1, '203.0.113.7', 'token', 'abc', 'Import', '{"a": [1]}')`,
      [actor],
    );
    const { body } = await page('from=2020-07-01&to=2020-07-02');
    expect(body).toEqual({
      results: [
        {
          id: expect.any(Number),
          at: '2020-07-01T10:20:30.123Z',
          kind: 'token_revoked',
          actor,
          via: 'web',
          address: '203.0.113.7',
          subject: { type: 'token', id: 'abc', label: 'Import' },
          details: { a: [1] },
        },
      ],
      next_cursor: null,
    });
  });

  it('is filtered by person, by any of several kinds, and by time', async () => {
    const [boss, agent] = [await idOf('test-admin'), await idOf('test-agent')];
    await remember('sign_in', '2021-01-01T00:00:00Z', 3, boss);
    await remember('sign_in', '2021-01-01T00:00:30Z', 3, agent);
    await remember('sign_in_failed', '2021-01-01T00:01:30Z', 2);
    await remember('sign_out', '2021-01-01T00:01:45Z', 1, agent);
    const count = async (query: string) => (await allPages(`from=2021-01-01&to=2021-01-02&limit=2&${query}`)).length;
    expect(await count('')).toBe(9);
    expect(await count(`actor=${String(agent)}`)).toBe(4);
    expect(await count('kind=sign_in')).toBe(6);
    expect(await count('kind=sign_in_failed,sign_out')).toBe(3);
    expect(await count('kind=sign_in&kind=sign_out')).toBe(7);
    expect(await count(`kind=sign_in,sign_out&actor=${String(agent)}`)).toBe(4);
    expect(await count('kind=token_created')).toBe(0);
    expect(await count('except=sign_in,sign_out')).toBe(2);
    expect(await count(`except=sign_in&actor=${String(agent)}`)).toBe(1);
    expect(await count('kind=sign_in,sign_out&except=sign_in')).toBe(1);
    expect(await count('kind=sign_in&except=sign_in')).toBe(0);
    const { body } = await page('from=2021-01-01T00:01:00Z&to=2021-01-01T01:01:30%2B01:00');
    expect(body.results.map(({ at, kind }) => `${at.slice(14, 19)} ${kind}`)).toEqual(['01:00 sign_in']);
    const kinds = await page('from=2021-01-01&to=2021-01-02&kind=sign_out,sign_in_failed');
    expect(kinds.body.results.map(({ kind }) => kind)).toEqual(['sign_in_failed', 'sign_out', 'sign_in_failed']);
  });

  it('of a person holds what they did and what is about them, each once', async () => {
    const [boss, agent] = [await idOf('test-admin'), await idOf('test-agent')];
    const about = (at: string, kind: string, actor: number | null, type: string) =>
      app.sql(
        `INSERT INTO audit_events (occurred_at, kind, via, actor_id, subject_type, subject_id)
         VALUES ($1, $2, 'web', $3, $4, $5)`,
        [at, kind, actor, type, String(agent)],
      );
    await about('2021-06-01T00:00:00Z', 'sign_in_failed', null, 'user');
    await about('2021-06-01T00:01:00Z', 'password_reset', boss, 'user');
    await about('2021-06-01T00:02:00Z', 'sign_in_failed', agent, 'user');
    await about('2021-06-01T00:03:00Z', 'ticket_deleted', boss, 'ticket');
    await about('2021-06-01T00:04:00Z', 'ticket_deleted', agent, 'ticket');
    const kinds = async (query: string) =>
      (await allPages(`from=2021-06-01&to=2021-06-02&limit=2&${query}`)).map(({ kind }) => kind);
    const all = ['ticket_deleted', 'sign_in_failed', 'password_reset', 'sign_in_failed'];
    expect(await kinds(`actor=${String(agent)}`)).toEqual(all);
    expect(await kinds(`actor=${String(boss)}`)).toEqual(['ticket_deleted', 'password_reset']);
    expect(await kinds(`actor=${String(agent)}&kind=sign_in_failed,password_reset`)).toEqual(all.slice(1));
  });

  it.each([
    ['an actor that is none', 'actor=me', 'actor not_an_integer'],
    ['a kind that is none', 'kind=sign_in;drop', 'kind unknown_value'],
    ['a kind to leave out that is none', 'except=A', 'except unknown_value'],
    ['a time that is none', 'from=yesterday', 'from not_a_time'],
    ['a day that does not exist', 'to=2026-13-01', 'to not_a_time'],
    ['a time without its zone', 'to=2026-04-20T09:00:00', 'to not_a_time'],
    ['a limit too large', 'limit=101', 'limit too_large'],
    ['a cursor that is none', 'cursor=abc', 'cursor invalid_cursor'],
    ['an unknown filter', 'users=1', 'users unknown_field'],
  ])('refuses %s', async (_, query, expected) => {
    const { status, body } = await page(query);
    expect([status, body.errors?.map(({ field, code }) => `${field} ${code}`).join()]).toEqual([400, expected]);
    if (!/limit|cursor/.test(query)) {
      expect((await app.as('admin').get(`/api/admin/audit.csv?${query}`)).status).toBe(400);
    }
  });
});

describe('the export of the audit log', () => {
  const exported = (query: string) => app.as('admin').get<string>(`/api/admin/audit.csv?${query}`);
  const rows = async (query: string) => parseCsv((await exported(query)).body);

  it('is a table in a file of its own, which nobody keeps, with the names of people', async () => {
    const actor = await idOf('test-admin');
    await app.sql(
      `INSERT INTO audit_events (occurred_at, kind, via, actor_id, address, subject_type, subject_id, subject_label, details)
       VALUES ('2022-01-01T10:20:30Z', 'category_changed', 'web', $1, '::1', 'category', 'x', 'Größe, "rot"', '{"a": "b,c"}')`,
      [actor],
    );
    await remember('sign_in_failed', '2022-01-01T10:19:00Z');
    const answer = await fetch(`${app.url}/api/admin/audit.csv?from=2022-01-01&to=2022-01-02`, {
      headers: cookieOf(app, 'admin'),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="audit-log.csv"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(3).toString().split('\r\n')).toEqual([
      'id,at,kind,actor_id,actor,via,address,subject_type,subject_id,subject_label,details',
      expect.stringMatching(
        new RegExp(
          `^\\d+,2022-01-01T10:20:30.000Z,category_changed,${String(actor)},test-admin,web,::1,category,x,` +
            `"Größe, ""rot""","\\{""a"":""b,c""\\}"$`,
        ),
      ),
      expect.stringMatching(/^\d+,2022-01-01T10:19:00.000Z,sign_in_failed,,,web,,session,0,,\{\}$/),
      '',
    ]);
  });

  it('has a header also when there is nothing', async () => {
    expect((await exported('from=1999-01-01&to=1999-01-02')).body).toMatch(/^\uFEFF?id,at,kind,[a-z_,]+\r\n$/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=HYPERLINK("http://evil.example","x")'])(
    'disarms what a spreadsheet would run: %j',
    async (text) => {
      await app.get(AuditLog).record({
        kind: 'sign_in_failed',
        actor: SYSTEM,
        subject: { type: 'user', id: text, label: text },
        details: { [text]: text },
      });
      const [, newest] = await rows('kind=sign_in_failed');
      const [subjectId, subjectLabel, details] = newest?.slice(8) ?? [];
      expect([subjectId, subjectLabel]).toEqual([`'${text}`, `'${text}`]);
      expect(details).toBe(JSON.stringify({ [text]: text }));
    },
  );

  it('is filtered like the list', async () => {
    await remember('session_ended', '2022-02-01T00:00:00Z', 5, await idOf('test-agent'));
    const query = `kind=session_ended&actor=${String(await idOf('test-agent'))}&from=2022-02-01&to=2022-02-01T00:03:00Z`;
    expect((await rows(query)).slice(1).map((row) => row[8])).toEqual(['2', '1', '0']);
  });

  it('is an event of the log itself, with what was asked for', async () => {
    await exported('kind=sign_in&from=2022-02-01');
    const { body } = await page('kind=audit_exported&limit=1');
    expect(body.results[0]).toMatchObject({
      actor: await idOf('test-admin'),
      via: 'web',
      subject: { type: 'audit_log' },
      details: { filter: { kinds: ['sign_in'], from: '2022-02-01T00:00:00.000Z' } },
    });
  });

  it('gives a long log in batches, whole and each event once', async () => {
    await remember('settings_changed', '2023-01-01T00:00:00Z', 4_321);
    const ids = (await rows('kind=settings_changed&to=2024-01-01')).slice(1).map((row) => Number(row[8]));
    expect(ids).toEqual(Array.from({ length: 4_321 }, (_, index) => 4_320 - index));
  });

  it('is read from the database no faster than it is taken, and no further than it is wanted', async () => {
    await remember('settings_changed', '2024-01-01T00:00:00Z', 60_000);
    const slice = jest.spyOn(AuditTrailRepository.prototype, 'slice');
    await new Promise<void>((resolve, reject) => {
      const url = `${app.url}/api/admin/audit.csv?from=2024-01-01&to=2025-01-01`;
      const reader = get(url, { headers: cookieOf(app, 'admin'), agent: false }, (answer) => {
        answer.once('data', () => {
          reader.destroy();
          resolve();
        });
      });
      reader.once('error', reject);
    });
    await app.as('admin').get('/api/admin/overview');
    expect(slice.mock.calls.length).toBeLessThan(20);
    slice.mockRestore();
  });
});
