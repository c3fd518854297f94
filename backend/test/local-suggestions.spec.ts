import { TrackRecords } from '../src/learning/track-records.service.ts';
import type { SuggestionBody } from './support/suggestion-body.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const llm = new FakeLlmServer();
const invoice = {
  title: 'Charged twice on the invoice',
  description: 'We were charged twice for our subscription; please refund the second payment on the invoice of April.',
};
const foreign = { description: 'zxqv wvut jkhg plmn qazw sxed crfv tgby ujmk olpz' };

let app: TestApp;
beforeAll(async () => {
  // Without a word and without a key.
  app = await startTestApp({ LLM_PROVIDER: '' });
});
beforeEach(() => {
  llm.reset();
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

async function classify(body: object, by: TestApp = app): Promise<SuggestionBody> {
  const answer = await by.api.post<SuggestionBody>('/api/tickets/classify', body);
  expect(answer.status).toBe(200);
  return answer.body;
}

async function stored({ suggestion_id: id }: SuggestionBody): Promise<Record<string, unknown> | undefined> {
  const [row] = await app.sql('SELECT * FROM suggestions WHERE id = $1', [id]);
  return row;
}

describe('a desk without a key', () => {
  it('suggests by itself from its first start, and keeps all that led to it', async () => {
    const suggestion = await classify(invoice);
    expect(suggestion).toMatchObject({
      ...{ suggested_category: 'billing', source: 'local', model: 'built-in', notice: null },
      ...{ abstained: false, abstained_because: null, hidden: false, measured: false, confirmed: 0 },
      record: { category: null, priority: null },
    });
    expect(suggestion.options.category[0]).toBe('billing');
    const row = await stored(suggestion);
    expect(row).toMatchObject({ source: 'local', asked: 'local', failure_reason: null, shown_as: 'shown' });
    expect(row?.['version']).toMatch(/^[0-9a-f]{8}$/);
    expect(row?.['details']).toMatchObject({
      category: {
        abstained: null,
        scores: { billing: suggestion.confidence.category },
        words: suggestion.reasons.category,
        known_share: expect.any(Number) as number,
        temperature: expect.any(Number) as number,
      },
    });
  });

  it('tells of two that it offers why each, and keeps that; what was stored without it is still read', async () => {
    const settings = '/api/admin/suggestions/settings';
    expect((await app.as('admin').patch(settings, { category_threshold: 0.9 })).status).toBe(200);
    const text = { title: 'Help', description: 'I cannot log in to download my invoice.' };
    const suggestion = await classify(text);
    expect(suggestion.options.category).toEqual(['billing', 'account']);
    expect(suggestion.option_reasons).toEqual([
      { category: 'billing', words: expect.arrayContaining(['invoice']) as string[] },
      { category: 'account', words: expect.arrayContaining(['log']) as string[] },
    ]);
    const [billing, account] = suggestion.option_reasons.map(({ words }) => words);
    const kept = { category: { option_words: { billing, account } } };
    expect((await stored(suggestion))?.['details']).toMatchObject(kept);

    const { body: ticket } = await app.api.post<{ id: number }>('/api/tickets?classify=true', text);
    const beside = () => app.api.get<{ suggestion: SuggestionBody | null }>(`/api/tickets/${String(ticket.id)}`);
    await until(async () => (await beside()).body.suggestion !== null);
    expect((await beside()).body.suggestion?.option_reasons).toEqual(suggestion.option_reasons);
    await app.sql(`UPDATE suggestions SET details = details #- '{category,option_words}' WHERE ticket_id = $1`, [
      ticket.id,
    ]);
    const { suggestion: old } = (await beside()).body;
    expect(old).toMatchObject({ options: suggestion.options, reasons: suggestion.reasons, option_reasons: [] });
    expect((await app.as('admin').patch(settings, { category_threshold: null })).status).toBe(200);
    expect((await classify(text)).option_reasons).toEqual([]);
  });

  it('says nothing of words that it does not know, and why', async () => {
    const suggestion = await classify(foreign);
    expect(suggestion).toMatchObject({
      ...{ suggested_category: 'general', suggested_priority: 'medium', source: 'local', abstained: true },
      confidence: { category: null },
      reasons: { category: [] },
      options: { category: [] },
    });
    expect(suggestion.abstained_because).not.toBeNull();
    expect(suggestion.notice).toMatch(/^No suggestion/);
    expect(suggestion.known_words).toMatchObject({ known: 0, of: 10 });
    expect((await stored(suggestion))?.['details']).toMatchObject({
      category: { known_words: { known: 0, of: 10 }, ...(suggestion.language && { language: suggestion.language }) },
    });
    expect(await classify(invoice)).toMatchObject({ known_words: null, language: null });
    expect(await stored(suggestion)).toMatchObject({ shown_as: 'abstained', source: 'local', failure_reason: null });
  });
});

describe('words that are not known', () => {
  const text = {
    title: 'QWXZ zzkqv invoice bbrwq',
    description:
      'pfffj qqqqk wwrrx vvbqx kkzzq jjwwx zzxxv qqvvk wkxxq zzkqj bbqqw vvkxq xxjjw qqkzz ppqqx zzvvq kkwwq xxzzp',
  };
  const told = { known: 1, of: 22, seen: ['invoice'], unseen: ['QWXZ', 'zzkqv', 'bbrwq'] };

  it('are told to whoever wrote them, and to whoever sorts the ticket, and never kept in the ledger', async () => {
    const suggestion = await classify(text);
    expect(suggestion).toMatchObject({ abstained_because: 'unknown_words', known_words: told });
    const row = await stored(suggestion);
    expect(row?.['details']).toMatchObject({ category: { known_words: { known: 1, of: 22 } } });
    expect(JSON.stringify(row)).not.toMatch(/zzkqv|qwxz/i);

    const { body: ticket } = await app.api.post<{ id: number }>('/api/tickets?classify=true', text);
    const beside = () => app.api.get<{ suggestion: SuggestionBody | null }>(`/api/tickets/${String(ticket.id)}`);
    await until(async () => (await beside()).body.suggestion !== null);
    expect((await beside()).body.suggestion?.known_words).toEqual(told);
    const [kept] = await app.sql('SELECT * FROM suggestions WHERE ticket_id = $1', [ticket.id]);
    expect(JSON.stringify(kept)).not.toMatch(/zzkqv|qwxz/i);
  });
});

describe('a desk that answers by itself', () => {
  it('counts suggestions as requests alone, and answers as many at once as are asked for', async () => {
    const desk = await startReplica(app, { LLM_PROVIDER: 'local', RATE_LIMIT_CLASSIFY_PER_MINUTE: '1' });
    const asked = Array.from({ length: 12 }, () => desk.api.post('/api/tickets/classify', invoice));
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200));
    expect(answers[0]?.headers.get('ratelimit-policy')).toMatch(/^"requests";q=\d+;w=60$/);
  });
});

describe('an LLM that fails', () => {
  it('is answered for by the defaults, or by the desk itself where it is set so', async () => {
    const failing = { LLM_PROVIDER: 'openai', OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY };
    llm.behave({ kind: 'refusal' });
    expect(await classify(invoice, await startReplica(app, failing))).toMatchObject({ source: 'default' });
    const suggestion = await classify(invoice, await startReplica(app, { ...failing, LLM_FALLBACK: 'local' }));
    expect(suggestion).toMatchObject({
      ...{ suggested_category: 'billing', source: 'local', model: 'built-in' },
      notice: 'The model declined to judge this text, so the built-in suggester answers.',
    });
    expect(await stored(suggestion)).toMatchObject({
      ...{ source: 'local', asked: 'llm', model: 'gpt-4o-mini', failure_reason: 'refused' },
      details: { model: 'built-in' },
    });
  });
});

describe('a share of suggestions', () => {
  it('is kept from sight where the asker allows it, and kept in the ledger', async () => {
    const desk = await startReplica(app, { LLM_PROVIDER: 'local', HIDDEN_SHARE: '0.5' });
    const answers = [];
    for (let n = 0; n < 40; n++) answers.push(await classify({ ...invoice, hideable: true }, desk));
    const hidden = answers.filter((answer) => answer.hidden);
    // All or none of forty: once in 500,000,000,000.
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.length).toBeLessThan(40);
    const [one] = hidden;
    if (!one) throw new Error('None was hidden');
    expect(one).toMatchObject({
      ...{ suggested_category: 'general', suggested_priority: 'medium' },
      confidence: { category: null, priority: null },
      reasons: { category: [], priority: [] },
      ...{ options: { category: [], priority: [] }, option_reasons: [] },
    });
    expect(await stored(one)).toMatchObject({ suggested_category: 'billing', shown_as: 'hidden' });
    const ticket = await app.api.createTicket({ category: 'account', suggestion_id: one.suggestion_id });
    const { body } = await app.api.get<{ results: { changes: { suggested: unknown }[] }[] }>(
      `/api/tickets/${String(ticket.id)}/events`,
    );
    expect(body.results[0]?.changes.filter(({ suggested }) => suggested !== null)).toEqual([]);
    expect(await stored(one)).toMatchObject({ chosen_category: 'account', final_category: 'account' });
    for (let n = 0; n < 10; n++) expect((await classify(invoice, desk)).hidden).toBe(false);
  });
});

describe('the record behind a confidence', () => {
  it('is told from fifty confirmed tickets on, of what people made of suggestions of about that confidence', async () => {
    const confidence = (await classify(invoice)).confidence.category ?? 0;
    for (let n = 0; n < 50; n++) {
      const ticket = await app.api.createTicket({ category: n < 40 ? 'billing' : 'account' });
      await app.sql(
        `INSERT INTO suggestions (input_hash, suggested_category, suggested_priority, category_confidence, source, asked,
           latency_ms, ticket_id, chosen_category, chosen_priority, chosen_at, final_category, final_priority, final_at)
         VALUES (repeat('a', 64), 'billing', 'low', $1, 'local', 'local', 1, $2, $3, 'low', now(), $3, 'low', now())`,
        [confidence, ticket.id, ticket.category],
      );
    }
    // Another process has read nothing yet.
    const desk = await startReplica(app, { LLM_PROVIDER: 'local' });
    const suggestion = await classify(invoice, desk);
    expect(suggestion.measured).toBe(true);
    expect(suggestion.confirmed).toBeGreaterThanOrEqual(50);
    const { right = 0, of = 0 } = suggestion.record.category ?? {};
    // One more of the test before is a choice as well.
    expect([right, of]).toEqual([40, 51]);
    expect(suggestion.record.priority).toBeNull();
  });

  it('is where two are offered how often one of two was right', async () => {
    for (let n = 0; n < 24; n++) {
      const decided = ['account', 'general', 'billing'][n % 12 === 0 ? 2 : n % 2] ?? '';
      await app.sql(
        `INSERT INTO suggestions (input_hash, suggested_category, suggested_priority, category_confidence, source, asked, latency_ms,
           details, chosen_category, chosen_priority, chosen_at, final_category, final_priority, final_at)
         VALUES (repeat('b', 64), 'account', 'low', 0.4, 'local', 'local', 1,
           '{"category": {"options": ["account", "general"]}}', $1, 'low', now(), $1, 'low', now())`,
        [decided],
      );
    }
    const records = (await startReplica(app, { LLM_PROVIDER: 'local' })).get(TrackRecords);
    const options = { category: ['account', 'general'], priority: [] };
    const { record } = await records.behind({
      source: 'local',
      confidence: { category: 0.4, priority: null },
      ...{ options, abstained: null },
    });
    expect(record).toEqual({ category: { right: 22, of: 24 }, priority: null });
  });

  it('is where the desk keeps silent because it is often wrong how often it would have been right', async () => {
    for (let n = 0; n < 24; n++) {
      const because = n < 22 ? 'often_wrong' : 'too_close';
      await app.sql(
        `INSERT INTO suggestions (input_hash, suggested_category, suggested_priority, source, asked, latency_ms, shown_as,
           details, chosen_category, chosen_priority, chosen_at, final_category, final_priority, final_at)
         VALUES (repeat('c', 64), 'general', 'medium', 'local', 'local', 1, 'abstained',
           jsonb_build_object('category', jsonb_build_object('options', '[]'::jsonb, 'abstained', $1::text,
             'scores', '{"account": 0.1, "billing": 0.46, "general": 0.09}'::jsonb)),
           $2, 'low', now(), $2, 'low', now())`,
        [because, n % 3 === 0 ? 'billing' : 'account'],
      );
    }
    const records = (await startReplica(app, { LLM_PROVIDER: 'local' })).get(TrackRecords);
    const said = { source: 'local', confidence: { category: null, priority: null } } as const;
    const options = { category: [], priority: [] };
    const { record } = await records.behind({ ...said, options, abstained: 'often_wrong' });
    expect(record).toEqual({ category: { right: 8, of: 22 }, priority: null });
    expect((await records.behind({ ...said, options, abstained: 'too_close' })).record.category).toBeNull();
  });
});
