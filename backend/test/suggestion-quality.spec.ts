import type { ProblemBody } from './support/api-client.ts';
import { parseCsv } from './support/csv.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { insertTickets } from './support/ticket-rows.ts';

interface ShareBody {
  part: number;
  of: number;
  share: number | null;
  low: number | null;
  high: number | null;
}

interface KnownShareBody {
  of: number;
  mean: number | null;
  deviation: number | null;
  limit?: number | null;
}

type SharesBody = Record<'acceptance' | 'override' | 'unbiased_accuracy' | 'abstention' | 'coverage', ShareBody>;

interface QualityBody extends SharesBody {
  time_zone: string;
  from: string;
  to: string;
  unit: string;
  confirmed: number;
  measured: boolean;
  asked: number;
  parts: (SharesBody & { from: string; to: string; asked: number; known_share: KnownShareBody })[];
  changes: { at: string; part: number; source: string; model: string | null; version: string | null }[];
  confusion: { suggested: string; chosen: string; count: number; tickets: string }[];
  reliability: Record<
    'shown' | 'hidden',
    { of: number; ece: number | null; bins: (ShareBody & { confidence: number })[] }
  >;
  latency: { of: number; p50_ms: number | null; p95_ms: number | null };
  failures: { source: string; model: string | null; reason: string; count: number }[];
  models: (SharesBody & {
    source: string;
    model: string | null;
    version: string | null;
    made_at: string | null;
    suggested: number;
  })[];
  drift: { window: KnownShareBody; history: KnownShareBody; limit: number | null; alarm: boolean | null } | null;
}

interface CellBody {
  results: {
    id: number;
    suggestion_id: string;
    title: string;
    confidence: number | null;
    corrected: boolean;
    chosen_by: number;
  }[];
  next_cursor: string | null;
}

/** One row of the ledger; what is left out is a shown suggestion of billing by the LLM, kept by a person on 20 April. */
interface LedgerRow {
  count?: number;
  at?: string;
  suggested?: string;
  final?: string | null;
  confidence?: number | null;
  source?: string;
  asked?: string;
  model?: string | null;
  version?: string | null;
  shownAs?: string;
  latency?: number;
  failure?: string | null;
  by?: number | null;
  details?: object | null;
  withTicket?: boolean;
  shadow?: boolean;
  priority?: string;
  finalPriority?: string;
}

const ADDRESS = '/api/admin/suggestions/quality';
const APRIL = 'from=2026-04-14&to=2026-04-20';
let app: TestApp;
let person: number;

beforeAll(async () => {
  app = await startTestApp();
  const [user] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-agent'`);
  person = Number(user?.id);
});
afterAll(() => app.close());
beforeEach(() => app.sql('DELETE FROM suggestions'));

async function write(row: LedgerRow): Promise<number[]> {
  const { count = 1, at = '2026-04-20T09:00:00Z', suggested = 'billing', confidence = 0.85, source = 'llm' } = row;
  const { asked = source, model = 'gpt', version = '1', shownAs = 'shown', latency = 100, failure = null } = row;
  const { priority = 'medium', details = null, withTicket = false, shadow = false } = row;
  const final = row.final === undefined ? suggested : row.final;
  const by = row.by === undefined ? person : row.by;
  const tickets = withTicket
    ? await insertTickets(
        app,
        `(title, description, category, priority, status)
         SELECT 'Ticket ' || n, 'd', $1::text, 'low', 'open' FROM generate_series(1, $2::int) AS n`,
        [final, count],
      )
    : [];
  const shown = shadow
    ? (await app.sql<{ id: string }>('SELECT id FROM suggestions WHERE shadow_of IS NULL LIMIT 1'))[0]?.id
    : null;
  await app.sql(
    `INSERT INTO suggestions (created_at, input_hash, suggested_category, suggested_priority, category_confidence,
       priority_confidence, source, asked, model, version, latency_ms, failure_reason, shown_as, details, shadow_of, ticket_id,
       chosen_category, chosen_priority, chosen_at, chosen_by, final_category, final_priority, final_at)
     SELECT $1::timestamptz + n * interval '1 millisecond', repeat('a', 64), $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
       ($14::bigint[])[n], $15, CASE WHEN $15::text IS NOT NULL THEN $16 END, CASE WHEN $15::text IS NOT NULL THEN now() END,
       CASE WHEN $15::text IS NOT NULL THEN $17::bigint END, $15, CASE WHEN $15::text IS NOT NULL THEN $16 END,
       CASE WHEN $15::text IS NOT NULL THEN now() END
     FROM generate_series(1, $18::int) AS n`,
    [
      ...[
        at,
        suggested,
        priority,
        confidence,
        source,
        asked,
        model,
        version,
        latency,
        failure,
        shownAs,
        details,
        shown,
      ],
      ...[tickets, final, row.finalPriority ?? priority, by, count],
    ],
  );
  return tickets;
}

const quality = async (query = APRIL) => (await app.as('admin').get<QualityBody>(`${ADDRESS}?${query}`)).body;
const share = (part: number, of: number, [value, low, high]: [number, number, number]) => ({
  ...{ part, of, share: expect.closeTo(value, 4), low: expect.closeTo(low, 4), high: expect.closeTo(high, 4) },
});
const counted = (part: number, of: number) => ({ part, of, share: null, low: null, high: null });

describe('the quality of suggestions', () => {
  it('of a desk without any is nothing, and says so', async () => {
    const answer = await quality('tz=Europe/Helsinki');
    expect(answer).toMatchObject({
      ...{ time_zone: 'Europe/Helsinki', confirmed: 0, measured: false, asked: 0, unit: 'week' },
      ...{ acceptance: counted(0, 0), unbiased_accuracy: counted(0, 0), changes: [], confusion: [], failures: [] },
      ...{ latency: { of: 0, p50_ms: null, p95_ms: null }, models: [], drift: null },
    });
    expect(answer.parts.map(({ asked }) => asked)).toEqual([0, 0, 0, 0, 0]);
  });

  it('tells acceptance, override, accuracy without looking, abstention and coverage with their intervals', async () => {
    await write({ count: 40 });
    await write({ count: 8, final: 'technical' });
    await write({ count: 9, shownAs: 'hidden' });
    await write({ count: 3, shownAs: 'hidden', final: 'technical' });
    await write({ count: 4, shownAs: 'abstained', final: 'technical' });
    await write({ count: 6, source: 'default', asked: 'llm', failure: 'timeout' });
    await write({ count: 10, final: null });
    expect(await quality()).toMatchObject({
      ...{ confirmed: 70, measured: true, asked: 80 },
      // Wilson, by hand: (40 + 1.9208) / (48 + 3.8415) ± 1.95996 × √(40 × 8 / 48 + 0.9604) / (48 + 3.8415)
      acceptance: share(40, 48, [0.8333, 0.7042, 0.913]),
      override: share(8, 48, [0.1667, 0.087, 0.2958]),
      unbiased_accuracy: share(9, 12, [0.75, 0.4677, 0.9111]),
      abstention: share(4, 74, [0.0541, 0.0212, 0.1309]),
      coverage: share(70, 80, [0.875, 0.785, 0.9307]),
    });
  });

  it('says no percentage below fifty tickets on which a person has decided, and how many there are', async () => {
    await write({ count: 49 });
    expect(await quality()).toMatchObject({ confirmed: 49, measured: false, acceptance: counted(49, 49) });
    expect((await quality()).reliability.shown).toMatchObject({ of: 49, ece: null });
    await write({ at: '2025-01-01T00:00:00Z' });
    expect(await quality()).toMatchObject({
      confirmed: 50,
      measured: true,
      acceptance: { part: 49, of: 49, share: 1 },
    });
  });

  it.each<[string, LedgerRow]>([
    ['what nobody saw in place of the one that was shown', { shadow: true, final: null }],
    ['what is undecided', { final: null }],
    ['what a program decided', { by: null }],
    ['what is hidden', { shownAs: 'hidden' }],
    ['what was no suggestion', { source: 'default', asked: 'llm', failure: 'timeout' }],
    ['what abstained', { shownAs: 'abstained' }],
    ['the day before', { at: '2026-04-13T23:59:59.900Z' }],
    ['the day after', { at: '2026-04-21T00:00:00Z' }],
  ])('accepts nothing of %s', async (_, row) => {
    await write({ count: 50 });
    await write(row);
    expect((await quality()).acceptance).toMatchObject({ part: 50, of: 50 });
  });

  it('judges by what the ticket has by now: a later correction counts as an override', async () => {
    await write({ count: 50 });
    await app.sql(
      `UPDATE suggestions SET final_category = 'account', corrected = true
       WHERE id = (SELECT id FROM suggestions ORDER BY created_at LIMIT 1)`,
    );
    const after = await quality();
    expect([after.acceptance.part, after.override.part]).toEqual([49, 1]);
  });

  it('counts each part of the period by itself: days up to two weeks, weeks of more', async () => {
    await write({ count: 30, at: '2026-04-14T00:00:00Z' });
    await write({ count: 20, at: '2026-04-20T23:59:59Z', final: 'technical' });
    const days = await quality();
    expect([days.unit, days.parts.length]).toEqual(['day', 7]);
    expect(days.parts[0]).toMatchObject({ from: '2026-04-14', to: '2026-04-14', acceptance: { part: 30, of: 30 } });
    expect(days.parts[6]).toMatchObject({ from: '2026-04-20', to: '2026-04-20', override: { part: 20, of: 20 } });
    const weeks = await quality('from=2026-04-05&to=2026-04-20');
    expect(weeks.parts.map(({ from, to, asked }) => [from, to, asked])).toEqual([
      ['2026-04-05', '2026-04-06', 0],
      ['2026-04-07', '2026-04-13', 0],
      ['2026-04-14', '2026-04-20', 50],
    ]);
  });

  it('counts by the days of the time zone that is asked for', async () => {
    await write({ at: '2026-04-20T21:00:00Z' });
    expect((await quality('from=2026-04-21&to=2026-04-21&tz=Europe/Helsinki')).asked).toBe(1);
    expect((await quality('from=2026-04-20&to=2026-04-20&tz=Europe/Helsinki')).asked).toBe(0);
    expect((await quality('from=2026-04-20&to=2026-04-20')).asked).toBe(1);
  });

  it('marks every change of model or prompt, and none where another stands in', async () => {
    await write({ at: '2026-04-14T08:00:00Z' });
    await write({ at: '2026-04-15T08:00:00Z', version: '2' });
    await write({
      at: '2026-04-16T08:00:00Z',
      source: 'local',
      asked: 'llm',
      failure: 'timeout',
      details: { model: 'desk', version: '7' },
    });
    await write({ at: '2026-04-17T08:00:00Z', version: '2' });
    await write({
      at: '2026-04-18T08:00:00Z',
      source: 'local',
      asked: 'llm',
      failure: 'timeout',
      details: { model: 'desk', version: '7' },
    });
    await write({ at: '2026-04-19T08:00:00Z', model: 'gpt-next', version: '2' });
    const { changes } = await quality();
    expect(
      changes.map(({ at, part, source, model, version }) => [at.slice(0, 10), part, source, model, version]),
    ).toEqual([
      ['2026-04-15', 1, 'llm', 'gpt', '2'],
      ['2026-04-16', 2, 'local', 'desk', '7'],
      ['2026-04-19', 5, 'llm', 'gpt-next', '2'],
    ]);
  });

  it('tells by model who suggested, with those who stood in, and why others had no answer', async () => {
    await write({ count: 30, latency: 100 });
    await write({ count: 20, latency: 900, final: 'technical' });
    await write({
      count: 5,
      source: 'local',
      asked: 'llm',
      failure: 'timeout',
      latency: 9000,
      details: { model: 'desk', version: '7' },
    });
    await write({ count: 2, source: 'default', asked: 'llm', failure: 'rate_limited' });
    const all = await quality();
    expect(
      all.models.map(({ source, model, version, acceptance }) => [
        source,
        model,
        version,
        acceptance.part,
        acceptance.of,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['llm', 'gpt', '1', 30, 50],
        ['local', 'desk', '7', 5, 5],
      ]),
    );
    expect(all.models).toHaveLength(2);
    expect(all.models.map(({ made_at }) => made_at)).toEqual([null, null]);
    expect(all.failures).toEqual([
      { source: 'llm', model: 'gpt', reason: 'timeout', count: 5 },
      { source: 'llm', model: 'gpt', reason: 'rate_limited', count: 2 },
    ]);
    expect(all.latency).toEqual({ of: 50, p50_ms: 100, p95_ms: 900 });
    expect([all.asked, all.coverage.part]).toEqual([57, 55]);

    const llm = await quality(`${APRIL}&source=llm&model=gpt&version=1`);
    expect([llm.asked, llm.coverage.part, llm.acceptance.of, llm.models.length]).toEqual([57, 50, 50, 1]);
    const local = await quality(`${APRIL}&source=local`);
    expect([local.asked, local.acceptance.part, local.failures.length, local.latency.of]).toEqual([5, 5, 0, 0]);
    expect((await quality(`${APRIL}&model=none-such`)).asked).toBe(0);
  });

  it("tells of the desk's own models when each was made, as far as that is known", async () => {
    const [model] = await app.sql<{ version: string; created_at: Date }>(
      `SELECT version, created_at FROM models WHERE state = 'active'`,
    );
    const { version = '', created_at: made } = model ?? {};
    await write({ source: 'local', model: 'built-in', version });
    await write({ source: 'local', model: 'built-in', version: 'gone' });
    await write({ version });
    const { models } = await quality();
    const told = models.map(({ source, version: of, made_at }) => [source, of, made_at]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['local', version, made?.toISOString()],
        ['local', 'gone', null],
        ['llm', version, null],
      ]),
    );
  });

  it('fills the confusion matrix, and each cell leads to its tickets', async () => {
    await write({ count: 47 });
    const wrong = await write({ count: 3, final: 'technical', confidence: 0.4, withTicket: true });
    const { confusion } = await quality();
    expect(confusion.map(({ suggested, chosen, count }) => [suggested, chosen, count])).toEqual([
      ['billing', 'billing', 47],
      ['billing', 'technical', 3],
    ]);
    const address = confusion[1]?.tickets ?? '';
    const first = (await app.as('admin').get<CellBody>(`${address}&limit=2`)).body;
    const second = (await app.as('admin').get<CellBody>(`${address}&limit=2&cursor=${String(first.next_cursor)}`)).body;
    expect([...first.results, ...second.results].map(({ id }) => id)).toEqual(wrong.toReversed());
    expect(first.results[0]).toMatchObject({ title: 'Ticket 3', confidence: 0.4, corrected: false, chosen_by: person });
    expect(second.next_cursor).toBeNull();
    const sent = await app.as('admin').get(`/api/admin/suggestions/${String(first.results[0]?.suggestion_id)}/sent`);
    expect(sent).toMatchObject({ status: 200, body: { calls: [] } });
    await app.as('admin').delete(`/api/admin/tickets/${String(wrong[0])}`);
    expect((await app.as('admin').get<CellBody>(address)).body.results).toHaveLength(2);
  });

  it('counts a merged category as the one that has its tickets now', async () => {
    await app.sql(`INSERT INTO categories (key, label, description, position, active, merged_into)
      VALUES ('refunds', 'Refunds', 'd', 99, false, 'billing')`);
    await write({ suggested: 'refunds', final: 'billing', withTicket: true });
    const { confusion, acceptance } = await quality();
    expect([acceptance.part, confusion[0]?.suggested, confusion[0]?.chosen]).toEqual([1, 'billing', 'billing']);
    expect((await app.as('admin').get<CellBody>(confusion[0]?.tickets ?? '')).body.results).toHaveLength(1);
  });

  it('lays confidence beside what came true, in tenths', async () => {
    await write({ count: 30, confidence: 0.95 });
    await write({ count: 10, confidence: 1 });
    await write({ count: 6, confidence: 0.6 });
    await write({ count: 4, confidence: 0.6, final: 'technical' });
    await write({ count: 5, confidence: null });
    await write({ count: 2, confidence: 0.3, shownAs: 'hidden' });
    const { shown, hidden } = (await quality()).reliability;
    expect(shown.bins[6]).toMatchObject({ part: 6, of: 10, share: 0.6, confidence: expect.closeTo(0.6, 9) });
    expect(shown.bins[9]).toMatchObject({ part: 40, of: 40, share: 1, confidence: expect.closeTo(0.9625, 9) });
    // (|6 − 6| + |38.5 − 40|) / 50
    expect([shown.of, shown.ece]).toEqual([50, expect.closeTo(0.03, 9)]);
    expect([hidden.of, hidden.ece]).toEqual([2, expect.closeTo(0.7, 9)]);
  });

  it('judges priorities by themselves', async () => {
    const abstained = { priority: { abstained: 'not_learnable' } };
    await write({ count: 40, final: 'technical', priority: 'high' });
    await write({ count: 8, priority: 'high', finalPriority: 'low' });
    await write({ count: 2, details: abstained });
    await write({ count: 1, shownAs: 'abstained' });
    expect(await quality(`${APRIL}&field=priority`)).toMatchObject({
      ...{ acceptance: { part: 40, of: 48 }, abstention: { part: 3, of: 51 } },
      confusion: [
        { suggested: 'high', chosen: 'high', count: 40 },
        { suggested: 'high', chosen: 'low', count: 8 },
      ],
    });
  });

  it('raises an alarm when the newest tickets are less familiar than those before', async () => {
    const knows = (share: number) => ({ category: { known_share: share } });
    await write({ count: 150, at: '2026-04-14T08:00:00Z', details: knows(0.8) });
    await write({ count: 150, at: '2026-04-15T08:00:00Z', details: knows(0.9) });
    await write({ count: 100, at: '2026-04-16T08:00:00Z', details: knows(0.85) });
    expect((await quality()).drift).toMatchObject({ window: { of: 100 }, history: { of: 300 }, alarm: false });
    await write({ count: 20, at: '2026-04-17T08:00:00Z', details: knows(0.4) });
    // The newest hundred: 80 of 0.85, 20 of 0.4.
    expect((await quality()).drift).toMatchObject({ window: { mean: expect.closeTo(0.76, 9) }, alarm: true });
    expect((await quality('from=2026-04-14&to=2026-04-16')).drift?.alarm).toBe(false);
  });

  it('tells how familiar the tickets of each day were, beside the limit of those before them', async () => {
    const knows = (share: number) => ({ category: { known_share: share } });
    await write({ count: 60, at: '2026-04-10T08:00:00Z', details: knows(0.7) });
    await write({ count: 60, at: '2026-04-11T08:00:00Z', details: knows(0.9) });
    await write({ count: 20, at: '2026-04-14T08:00:00Z', details: knows(0.75) });
    await write({ count: 10, at: '2026-04-14T09:00:00Z', details: knows(0.9), shownAs: 'abstained' });
    await write({ count: 9, at: '2026-04-16T08:00:00Z', details: knows(0.2), source: 'local', asked: 'local' });
    await write({ count: 5, at: '2026-04-16T08:00:00Z' });
    await write({ count: 3, at: '2026-04-16T08:00:00Z', details: knows(0.1), final: null, shadow: true });
    const { parts, drift } = await quality();
    const none = { of: 0, mean: null, deviation: null, limit: null };
    expect(parts.map((part) => part.known_share)).toEqual([
      // 120 before of 0.8, which differ by 0.1004.
      { of: 30, mean: expect.closeTo(0.8, 9), deviation: expect.closeTo(0.0719, 4), limit: expect.closeTo(0.745, 3) },
      none,
      { of: 9, mean: expect.closeTo(0.2, 9), deviation: expect.closeTo(0, 6), limit: null },
      ...[none, none, none, none],
    ]);
    expect(drift?.limit).toBeNull();
    const theirs = (await quality(`${APRIL}&source=local`)).parts.map((part) => part.known_share.of);
    expect(theirs).toEqual([0, 0, 9, 0, 0, 0, 0]);
    expect((await quality(`${APRIL}&field=priority`)).parts[0]?.known_share.of).toBe(0);
  });
});

describe('the quality of suggestions as CSV', () => {
  it('is a line for each day, model and version, and runs no formula', async () => {
    await write({ count: 50, model: '=cmd()', version: null, details: { category: { known_share: 0.75 } } });
    await write({ at: '2026-04-19T08:00:00Z', source: 'default', asked: 'llm', failure: 'timeout' });
    const answer = await app.as('admin').get<string>(`${ADDRESS}.csv?${APRIL}`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ai-quality.csv"');
    const [names = [], ...lines] = parseCsv(answer.body);
    const rows = lines.map((line) => Object.fromEntries(names.map((name, n) => [name, line[n]])));
    expect(rows).toMatchObject([
      { from: '2026-04-19', source: 'default', asked: '1', suggested: '0', kept: '0', acceptance: '', known_share: '' },
      {
        from: '2026-04-20',
        to: '2026-04-20',
        source: 'llm',
        version: '',
        kept: '50',
        acceptance: '1',
        overridden: '0',
        known_share_of: '50',
        known_share: '0.75',
        known_share_deviation: '0',
      },
    ]);
    expect(answer.body).toContain(`,llm,'=cmd(),`);
    const other = await app.as('admin').get<string>(`${ADDRESS}.csv?${APRIL}&separator=%3B`);
    expect(other.body).toContain('field;from;to');
  });
});

describe('a question about quality', () => {
  it.each([
    ['field=title', 'field', 'unknown_value'],
    ['period=1d', 'period', 'unknown_value'],
    ['period=7d&from=2026-04-01', 'period', 'ambiguous'],
    ['from=2026-02-30', 'from', 'not_a_day'],
    ['from=0999-01-01', 'from', 'not_a_day'],
    ['from=2026-04-02&to=2026-04-01', 'from', 'wrong_order'],
    ['from=2023-04-20&to=2026-04-20', 'from', 'too_long'],
    ['tz=Mars/Base', 'tz', 'unknown_value'],
    ['source=oracle', 'source', 'unknown_value'],
    [`model=${'x'.repeat(201)}`, 'model', undefined],
  ])('%s is refused, with the name of what is wrong', async (query, field, code) => {
    for (const path of ['', '.csv']) {
      const { status, body } = await app.as('admin').get<ProblemBody>(`${ADDRESS}${path}?${query}`);
      const [error] = body.errors ?? [];
      expect([path, status, body.code, error?.field]).toEqual([path, 400, 'validation_failed', field]);
      if (code) expect(error?.code).toBe(code);
    }
  });

  it('about a cell needs the cell, and a cursor of ours', async () => {
    for (const query of ['suggested=billing', 'chosen=billing', 'suggested=billing&chosen=billing&cursor=abc']) {
      const { status } = await app.as('admin').get<ProblemBody>(`${ADDRESS}/tickets?${query}`);
      expect([query, status]).toEqual([query, 400]);
    }
  });

  it('is answered to admins alone', async () => {
    expect((await app.api.get(ADDRESS)).status).toBe(403);
  });
});

// The last, since history holds on to its suggestion.
describe('a ticket that is corrected later', () => {
  it('turns an accepted suggestion into an overridden one', async () => {
    await write({ at: new Date().toISOString(), final: null });
    const [row] = await app.sql<{ id: string }>('SELECT id FROM suggestions');
    const ticket = await app.api.createTicket({ category: 'billing', suggestion_id: row?.id ?? '' });
    expect((await quality('')).acceptance).toMatchObject({ part: 1, of: 1 });
    await app.api.patch(`/api/tickets/${String(ticket.id)}`, { category: 'account' });
    const after = await quality('');
    expect([after.acceptance.part, after.override.part]).toEqual([0, 1]);
    expect(after.confusion.map(({ suggested, chosen }) => [suggested, chosen])).toEqual([['billing', 'account']]);
    const cell = await app.as('admin').get<CellBody>(after.confusion[0]?.tickets ?? '');
    expect(cell.body.results).toMatchObject([{ id: ticket.id, corrected: true }]);
  });
});
