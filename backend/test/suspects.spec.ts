import { ModelRefit } from '../src/learning/model-refit.service.ts';
import type { AuditPageBody } from './support/admin-bodies.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

const SUSPECTS = '/api/admin/suggestions/suspects';

interface SuspectBody {
  ticket: number;
  title: string;
  version: number;
  category: string;
  suggested_category: string;
  confidence: number;
  words: string[];
}

interface SuspectListBody {
  results: SuspectBody[];
  judged: number;
  measured: boolean;
  found_at: string | null;
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const read = async (): Promise<SuspectListBody> => (await app.as('admin').get<SuspectListBody>(SUSPECTS)).body;
const listed = async (): Promise<number[]> => (await read()).results.map(({ ticket }) => ticket);
const told = async () =>
  (await app.as('admin').get<AuditPageBody>('/api/admin/audit?kind=suspect_kept,suspect_let_go')).body.results;
const refit = () => app.get(ModelRefit).refit(new AbortController().signal);

/** Some say less than others: of a category's own tickets the desk is not equally sure. */
const BILLING = [
  'Please refund the invoice: the card was charged twice',
  'The invoice has the wrong address',
  'Can we pay yearly instead of monthly?',
  'Where is the receipt for our last payment?',
  'It is more than we agreed on',
  'The payment was declined by the bank',
  'Please help us with this before Friday',
  'Cancel the subscription and refund the rest',
];

/** Tickets that anybody would file where they are, and two that nobody would. */
async function writeTickets(): Promise<{ ids: number[]; wrong: number[] }> {
  const texts: [string, string][] = [
    ['technical', 'The API answers every request with error 500 and crashes'],
    ['account', 'I forgot my password and cannot sign in to my account'],
  ];
  const ids: number[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    for (const [category, description] of [...texts, ['billing', BILLING[turn] ?? '']] as const) {
      const ticket = await app.api.createTicket({ title: `Case ${'abcdefgh'[turn] ?? ''}`, description, category });
      ids.push(ticket.id);
    }
  }
  const wrong: number[] = [];
  const misfiled = [
    ['account', 'Refund the invoice, please: the card was charged twice'],
    ['technical', 'A second payment went off for one receipt of the subscription'],
  ] as const;
  for (const [category, description] of misfiled)
    wrong.push((await app.api.createTicket({ title: 'Refund', description, category })).id);
  return { ids, wrong };
}

let wrong: number[] = [];

describe('tickets that look filed wrongly', () => {
  it('are none before the desk has learned from its tickets', async () => {
    expect(await read()).toEqual({ results: [], judged: 0, measured: false, found_at: null });
  });

  it('are found when the desk learns, with the words that speak against them', async () => {
    ({ wrong } = await writeTickets());
    await refit();
    const { results, judged, measured, found_at: foundAt } = await read();
    expect({ judged, measured }).toEqual({ judged: 26, measured: false });
    expect(Date.parse(foundAt ?? '')).toBeGreaterThan(Date.now() - 600_000);
    expect(results.map(({ ticket }) => ticket).sort()).toEqual(wrong.toSorted());
    for (const suspect of results) {
      expect(suspect).toMatchObject({ title: 'Refund', version: 1, suggested_category: 'billing' });
      expect(suspect.confidence).toBeGreaterThan(0.5);
      expect(suspect.words.join(' ')).toMatch(/refund|invoice|charged/i);
    }
  });

  it('are not shown once an admin keeps them, until that is taken back', async () => {
    const [first = 0, second = 0] = wrong;
    const kept = `${SUSPECTS}/${String(first)}/kept`;
    expect((await app.as('admin').put(kept, undefined)).status).toBe(204);
    expect(await listed()).toEqual([second]);
    expect((await app.as('admin').delete(kept)).status).toBe(204);
    expect((await listed()).sort()).toEqual(wrong.toSorted());
  });

  it('are kept and let go in the audit log, once each, however often that is said', async () => {
    const id = wrong[0] ?? 0;
    const kept = `${SUSPECTS}/${String(id)}/kept`;
    const before = (await told()).length;
    for (let turn = 0; turn < 2; turn += 1) await app.as('admin').put(kept, undefined);
    for (let turn = 0; turn < 2; turn += 1) await app.as('admin').delete(kept);
    const events = await told();
    const subject = { type: 'ticket', id: String(id), label: 'Refund' };
    expect(events.slice(0, events.length - before)).toMatchObject([
      { kind: 'suspect_let_go', subject, details: { category: 'account' } },
      { kind: 'suspect_kept', subject, details: { category: 'account' } },
    ]);
    expect(events[0]?.actor).toEqual(expect.any(Number));
  });

  it('stay away when the desk learns again, but for those that have moved to another category', async () => {
    const [first = 0, second = 0] = wrong;
    await app.as('admin').put(`${SUSPECTS}/${String(first)}/kept`, undefined);
    await app.as('admin').put(`${SUSPECTS}/${String(second)}/kept`, undefined);
    await app.api.patch(`/api/tickets/${String(first)}`, { category: 'technical' });
    expect(await listed()).toEqual([]);
    await refit();
    expect((await read()).results).toMatchObject([{ ticket: first, category: 'technical', version: 2 }]);
  });

  it('cannot be kept by somebody who saw another version, and not when they are gone', async () => {
    const keep = (id: number) =>
      app.as('admin').put<{ code: string }>(`${SUSPECTS}/${String(id)}/kept`, undefined, { 'If-Match': '"1"' });
    const stale = await keep(wrong[0] ?? 0);
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
    const gone = await keep(4711);
    expect([gone.status, gone.body.code]).toEqual([404, 'ticket_not_found']);
    const neverKept = await app.as('admin').delete<{ code: string }>(`${SUSPECTS}/4711/kept`);
    expect([neverKept.status, neverKept.body.code]).toEqual([404, 'ticket_not_found']);
  });

  it('go when they are corrected or deleted', async () => {
    const [first = 0, second = 0] = wrong;
    await app.as('admin').delete(`${SUSPECTS}/${String(second)}/kept`);
    expect(await listed()).toContain(first);
    await app.as('admin').delete(`/api/admin/tickets/${String(second)}`);
    expect(await listed()).toEqual([first]);
    await app.api.patch(`/api/tickets/${String(first)}`, { category: 'billing' });
    expect(await listed()).toEqual([]);
  });

  it('are for admins alone', async () => {
    expect((await app.as('agent').get(SUSPECTS)).status).toBe(403);
  });
});
