import { ActiveModel } from '../src/learning/active-model.service.ts';
import { ModelRefit } from '../src/learning/model-refit.service.ts';
import type { AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody } from './support/api-client.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

const LEXICON = '/api/admin/suggestions/lexicon';

interface LexiconBody {
  terms: { term: string; category: string }[];
  off: string[];
  urgency: { term: string; weight: number }[];
  shipped: { terms: object[]; urgency: object[] };
  version: number;
  updated_by: number | null;
}

interface TrialBody {
  terms: { term: string; category: string; own: boolean; weight: number | null }[];
  urgency: { term: string; weight: number }[];
  raises: number;
  lowers: number;
  category: { value: string };
  priority: { value: string; confidence: number };
}

let app: TestApp;
let replica: TestApp;
beforeAll(async () => {
  // Nobody works but who is told to.
  app = await startTestApp({ PROCESS_ROLE: 'api' });
  replica = await startReplica(app, { PROCESS_ROLE: 'api' });
});
afterAll(() => app.close());

const CHANGES = {
  terms: [{ term: 'Zarfquux', category: 'account' }],
  off: ['overcharged'],
  urgency: [{ term: 'zarfed', weight: 4 }],
};
const put = <Body = LexiconBody>(body: object, headers: Record<string, string> = {}) =>
  app.as('admin').put<Body>(LEXICON, body, headers);
const read = async (): Promise<LexiconBody> => (await app.as('admin').get<LexiconBody>(LEXICON)).body;
const tryOut = async (text: string, changes?: object): Promise<TrialBody> =>
  (await app.as('admin').post<TrialBody>(`${LEXICON}/try`, { text, changes })).body;
const waiting = async () =>
  (await app.sql<{ name: string }>(`SELECT name FROM pgboss.job WHERE name = 'model-refit' AND state = 'created'`))
    .length;

describe('the lexicon', () => {
  it('begins as it is shipped', async () => {
    const body = await read();
    expect(body).toMatchObject({ terms: [], off: [], urgency: [], version: 1, updated_by: null });
    expect([body.shipped.terms.length > 900, body.shipped.urgency.length > 200]).toEqual([true, true]);
  });

  it('shows what a text would come to before anything is saved', async () => {
    const saved = await tryOut('The invoice is zarfed, not urgent at all');
    expect(saved.terms).toContainEqual({
      ...{ term: 'invoice', category: 'billing', own: false, weight: expect.any(Number) },
    });
    expect(saved.terms.find(({ term }) => term === 'invoice')?.weight).toBeGreaterThan(0);
    expect(saved.category.value).toBe('billing');
    const tried = await tryOut('The invoice is zarfed, and zarfquux', CHANGES);
    expect(tried.terms).toContainEqual({ term: 'zarfquux', category: 'account', own: true, weight: null });
    expect(tried.urgency).toEqual([{ term: 'zarfed', weight: 4 }]);
    expect(tried.priority.value).not.toBe(saved.priority.value);
    expect((await read()).version).toBe(1);
  });

  it('is changed against the version that was read, written down, and asks for a refit', async () => {
    const { status, headers, body } = await put(CHANGES, { 'If-Match': '"1"' });
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ ...CHANGES, terms: [{ term: 'zarfquux', category: 'account' }], version: 2 });
    expect(await waiting()).toBe(1);
    const { body: log } = await app.as('admin').get<AuditPageBody>('/api/admin/audit?kind=lexicon_changed');
    expect(log.results).toMatchObject([{ details: { terms: 1, off: 1, urgency: 1 } }]);
    expect((await put<ProblemBody>(CHANGES, { 'If-Match': '"1"' })).body).toMatchObject({ code: 'stale_version' });
    expect((await put(CHANGES)).body.version).toBe(2);
  });

  it('takes effect with the next model, in every process', async () => {
    const judged = (by: TestApp) =>
      by
        .get(ActiveModel)
        .current()
        .judge({ title: '', description: 'My zarfquux is zarfed since this morning' }, [
          { key: 'billing' },
          { key: 'account' },
        ]);
    expect(judged(app).priority.words).not.toContain('zarfed');
    expect(await app.get(ModelRefit).refit(new AbortController().signal)).toBe('refit');
    for (const process of [app, replica]) {
      await process.get(ActiveModel).look();
      expect(judged(process).category.value).toBe('account');
      expect(judged(process).priority.words).toContain('zarfed');
    }
    expect(await app.get(ModelRefit).refit(new AbortController().signal)).toBe('same');
  });

  it.each([
    [{ terms: [{ term: '?!', category: 'billing' }] }, 'terms.0.term'],
    [{ terms: [{ term: 'x', category: 'fleet' }] }, 'terms.0.category'],
    [{ terms: [5] }, 'terms'],
    [{ urgency: ['soon'] }, 'urgency'],
    [{ off: ['zarfquux'] }, 'off.0'],
    [{ urgency: [{ term: 'x', weight: 5 }] }, 'urgency.0.weight'],
    [{ urgency: [{ term: 'x', weight: '3' }] }, 'urgency.0.weight'],
  ])('refuses what cannot be used, by field: %j', async (some, field) => {
    const { status, body } = await put<ProblemBody>({ ...CHANGES, ...some });
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
    expect(body.errors?.[0]?.code).toMatch(/^[a-z_]+$/);
    expect(body.detail).not.toContain('nested property');
  });

  it('is bounded', async () => {
    const terms = Array.from({ length: 501 }, (_, at) => ({ term: `word${String(at)}`, category: 'billing' }));
    expect((await put<ProblemBody>({ ...CHANGES, terms })).status).toBe(400);
  });

  it('is for admins alone', async () => {
    expect((await app.as('agent').get(LEXICON)).status).toBe(403);
  });
});
