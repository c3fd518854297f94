import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '../src/database/data-source.ts';
import { OpenSuggestionSources1764100003001 } from '../src/database/migrations/1764100003001-open-suggestion-sources.ts';
import { DeskEventBus } from '../src/events/desk-event-bus.ts';
import type { Suggestion } from '../src/suggestions/domain/suggestion.ts';
import { SuggestionLedger } from '../src/suggestions/suggestion-ledger.service.ts';
import { SuggestionRepository } from '../src/suggestions/suggestion.repository.ts';
import type { ProblemBody } from './support/api-client.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { createTestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

const text = { title: 'Charged twice', description: 'Two payments for one invoice.' };
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

function suggestion(category: string): Suggestion {
  const by = { source: 'llm', model: `model of ${category}`, version: '3' } as const;
  return {
    ...{ category, priority: 'high', confidence: { category: 0.5, priority: null } },
    ...{ reasons: { category: [], priority: [] }, source: 'llm', latencyMs: 7, failureReason: null },
    ...{ asked: by, by, notice: null, llmCalls: [] },
    verdicts: { category: { options: [category], abstained: null }, priority: { options: ['high'], abstained: null } },
  };
}

interface Row {
  readonly id: string;
  readonly [column: string]: unknown;
}

function shadowsOf(id: string): Promise<Row[]> {
  return app.sql<Row>('SELECT * FROM suggestions WHERE shadow_of = $1 ORDER BY suggested_category', [id]);
}

describe('the ledger of suggestions', () => {
  it('keeps several suggestions for one text: the one that was shown, and its shadows', async () => {
    const shadows = [suggestion('account'), suggestion('technical')];
    const id = await app.get(SuggestionLedger).record(text, suggestion('billing'), shadows);
    const [shown] = await app.sql<Row>('SELECT * FROM suggestions WHERE id = $1', [id]);
    expect(shown).toMatchObject({
      ...{ shadow_of: null, suggested_category: 'billing', suggested_priority: 'high', category_confidence: 0.5 },
      ...{ priority_confidence: null, source: 'llm', asked: 'llm', model: 'model of billing', version: '3' },
      ...{ latency_ms: 7, failure_reason: null },
    });
    const kept = await shadowsOf(id);
    expect(kept.map((row) => [row['suggested_category'], row['model']])).toEqual([
      ['account', 'model of account'],
      ['technical', 'model of technical'],
    ]);
    for (const row of kept) expect(row['input_hash']).toBe(shown?.['input_hash']);
  });

  it('tells the history what was shown, and finds the choice through it', async () => {
    const id = await app.get(SuggestionLedger).record(text, suggestion('billing'), [suggestion('account')]);
    const ticket = await app.api.createTicket({ ...text, category: 'general', suggestion_id: id });
    const { body } = await app.api.get<{ results: { changes: { suggested: { value: string } | null }[] }[] }>(
      `/api/tickets/${String(ticket.id)}/events`,
    );
    const told = body.results[0]?.changes.flatMap(({ suggested }) => suggested?.value ?? []);
    expect(told).toEqual(['billing', 'high']);
    const pairs = await app.sql(
      `SELECT shadow.suggested_category, shown.chosen_category, shadow.ticket_id
       FROM suggestions AS shadow JOIN suggestions AS shown ON shown.id = shadow.shadow_of WHERE shown.id = $1`,
      [id],
    );
    expect(pairs).toEqual([{ suggested_category: 'account', chosen_category: 'general', ticket_id: null }]);
  });

  it('gives no ticket a shadow, which nobody has seen', async () => {
    const id = await app.get(SuggestionLedger).record(text, suggestion('billing'), [suggestion('account')]);
    const [shadow] = await shadowsOf(id);
    const answer = await app.api.post<ProblemBody>('/api/tickets', {
      ...{ ...text, category: 'billing', priority: 'low', suggestion_id: shadow?.id },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(['suggestion_id unknown_value']);
  });

  it('takes any source, failing or not', async () => {
    await app.sql(
      `INSERT INTO suggestions (input_hash, suggested_category, suggested_priority, source, asked, latency_ms, failure_reason)
       VALUES (repeat('b', 64), 'billing', 'low', 'a_later_one', 'a_later_one', 1, NULL),
         (repeat('b', 64), 'billing', 'low', 'llm', 'a_later_one', 1, 'timeout')`,
    );
    const rows = await app.sql(`SELECT source FROM suggestions WHERE asked = 'a_later_one' ORDER BY source`);
    expect(rows).toEqual([{ source: 'a_later_one' }, { source: 'llm' }]);
  });
});

describe('taking the open sources back', () => {
  it('keeps every suggestion that was shown, in the words of before', async () => {
    const database = await createTestDatabase();
    const dataSource = await createDataSource(database.url).initialize();
    await dataSource.query(
      `INSERT INTO suggestions (id, shadow_of, input_hash, suggested_category, suggested_priority, source, asked, version,
         latency_ms, failure_reason)
       SELECT id::uuid, shadow_of::uuid, repeat('a', 64), 'billing', 'low', source, asked, version, 1, failure_reason
       FROM (VALUES
         ('00000000-0000-7000-8000-000000000001', NULL, 'llm', 'llm', '1', NULL),
         ('00000000-0000-7000-8000-000000000002', NULL, 'default', 'llm', '1', 'timeout'),
         ('00000000-0000-7000-8000-000000000003', NULL, 'default', 'default', NULL, NULL),
         ('00000000-0000-7000-8000-000000000004', NULL, 'a_later_one', 'a_later_one', '7', NULL),
         ('00000000-0000-7000-8000-000000000005', NULL, 'a_later_one', 'llm', '1', 'refused'),
         ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000001', 'llm', 'llm', '2', NULL)
       ) AS rows (id, shadow_of, source, asked, version, failure_reason)`,
    );
    const runner = dataSource.createQueryRunner();
    await new OpenSuggestionSources1764100003001().down(runner);
    const rows: { place: string; source: string; prompt_version: string | null; failure_reason: string | null }[] =
      await dataSource.query(
        `SELECT right(id::text, 1) AS place, source, prompt_version, failure_reason FROM suggestions ORDER BY id`,
      );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['1', 'llm', '1', null],
      ['2', 'default', '1', 'timeout'],
      ['3', 'default', null, 'no_api_key'],
      ['4', 'llm', '7', null],
      ['5', 'default', '1', 'refused'],
    ]);
    await new OpenSuggestionSources1764100003001().up(runner);
    expect(await dataSource.query(`SELECT DISTINCT asked FROM suggestions`)).toEqual([{ asked: 'llm' }]);
    await runner.release();
    await dataSource.destroy();
    await database.drop();
  });
});

describe('many suggestions at the same time', () => {
  const CATEGORIES = ['billing', 'technical', 'account', 'general'];
  const record = (category: string): Promise<string> => app.get(SuggestionLedger).record(text, suggestion(category));
  const keptAs = async (id: string): Promise<unknown> =>
    (await app.sql<Row>('SELECT suggested_category FROM suggestions WHERE id = $1', [id]))[0]?.['suggested_category'];

  it('are written together, each under its own id, and are there when they are told', async () => {
    const insert = jest.spyOn(app.get(SuggestionRepository), 'insert');
    const wanted = Array.from({ length: 60 }, (_, at) => CATEGORIES[at % CATEGORIES.length] ?? '');
    const kept = await Promise.all(wanted.map(async (category) => keptAs(await record(category))));
    expect(kept).toEqual(wanted);
    expect(insert.mock.calls.length).toBeLessThan(6);
    insert.mockRestore();
  });

  it('stand with their shadows', async () => {
    const ledger = app.get(SuggestionLedger);
    const ids = await Promise.all(
      CATEGORIES.map((category) => ledger.record(text, suggestion(category), [suggestion('general')])),
    );
    for (const id of ids) expect(await shadowsOf(id)).toHaveLength(1);
  });

  it('are told of, each', async () => {
    const told: string[] = [];
    const stop = app.get(DeskEventBus).on('suggestion_made', ({ id }) => void told.push(id));
    const ids = await Promise.all(CATEGORIES.map(record));
    stop();
    expect(told.sort()).toEqual(ids.sort());
  });

  it('do not fail with the one that the database refuses', async () => {
    const outcomes = await Promise.allSettled(['billing', 'no such category', 'account'].map(record));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('do not wait for one that is held up', async () => {
    const held = app.get(DataSource).createQueryRunner();
    await held.startTransaction();
    await held.query(`SELECT FROM categories WHERE key = 'billing' FOR UPDATE`);
    const waits = record('billing');
    await until(async () => {
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return (await app.sql(waiting)).length > 0;
    });
    expect(await keptAs(await record('account'))).toBe('account');
    await held.commitTransaction();
    await held.release();
    expect(await keptAs(await waits)).toBe('billing');
  });

  it('fail together when the database does not answer, and go on when it does', async () => {
    const insert = jest.spyOn(app.get(SuggestionRepository), 'insert');
    const lost = new Error('Connection terminated');
    insert.mockRejectedValueOnce(lost).mockRejectedValueOnce(lost);
    // The turn of the first begins before the others have come.
    const outcomes = await Promise.allSettled(CATEGORIES.map(record));
    expect(outcomes.map(({ status }) => status)).toEqual(CATEGORIES.map(() => 'rejected'));
    expect(insert).toHaveBeenCalledTimes(2);
    insert.mockRestore();
    expect(await keptAs(await record('billing'))).toBe('billing');
  });
});
