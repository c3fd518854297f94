import type { SuggesterModel } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';

const MODEL: SuggesterModel = {
  id: 3,
  version: 'c0ffee03',
  created_at: '2026-04-14T03:10:00.000Z',
  state: 'active',
  why: 'refit',
  activated_by: null,
  kept: true,
  metrics: {
    ...{ tickets: 480, accuracy: 0.856, accuracy_interval: [0.821, 0.886] },
    ...{ macro_f1: 0.84, ece: 0.03, abstained: 0.06 },
  },
  learned_from: {
    ...{ tickets: 4780, corrections: 212, by_category: {} },
    ...{ newest_decision: null, starter_version: 'abcd1234' },
  },
  comparison: null,
};
const NOT_MEASURED = {
  tickets: 0,
  accuracy: null,
  accuracy_interval: null,
  macro_f1: null,
  ece: null,
  abstained: null,
};
const ASIDE: SuggesterModel = {
  ...{ ...MODEL, id: 4, version: 'c0ffee04', state: 'aside', why: 'lost_category' },
  comparison: { tickets: 480, only_before: 9, only_after: 3, lost: ['billing'] },
};
const STARTER: SuggesterModel = {
  ...{ ...MODEL, id: 1, version: 'c0ffee01', state: 'earlier', why: 'starter', metrics: NOT_MEASURED },
  learned_from: { ...MODEL.learned_from, tickets: 0 },
};
const GONE: SuggesterModel = { ...MODEL, id: 2, version: 'c0ffee02', state: 'earlier', kept: false };
const LIST = { results: [ASIDE, MODEL, GONE, STARTER], refitting: false };

const MODELS = '/api/admin/models';

async function open(list: object = LIST): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/suggestions');
  await page.answer('GET', MODELS, list);
  return page;
}

describe('the models of the desk', () => {
  afterEach(() => document.body.replaceChildren());

  it('are listed with how good they were, what they learned from, and why one does not answer', async () => {
    const page = await open();
    const rows = page.texts('desk-models-card tbody tr');

    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('version c0ffee04, kept aside: finds no Billing any more');
    expect(rows[1]).toContain(
      'version c0ffee03, learned from tickets Tickets 4,780 85.6 % 82.1 to 88.6 Abstains 6 % Answers now',
    );
    expect(rows[2]).toContain('Starter version c0ffee01, shipped with the desk Tickets 0 Not measured yet Go back');
  });

  it('say so where no ticket taught them anything', async () => {
    const made = { ...MODEL, metrics: NOT_MEASURED, learned_from: { ...MODEL.learned_from, tickets: 0 } };
    const page = await open({ results: [made], refitting: false });
    expect(page.text('desk-models-card tbody tr')).toContain('made again for other words or categories');
  });

  it('answer again with one click', async () => {
    const page = await open();
    await page.click('Go back to version c0ffee01');
    await page.answer('POST', `${MODELS}/1/activate`, { ...STARTER, state: 'active' });
    const chosen = { ...STARTER, state: 'active', why: 'chosen', activated_by: 1 };
    await page.answer('GET', MODELS, { results: [{ ...MODEL, state: 'earlier' }, chosen], refitting: false });

    expect(page.texts('desk-models-card tr.active')).toEqual([expect.stringContaining('chosen by')]);
    expect(document.activeElement?.textContent).toContain('Train now');
  });

  it('that could not be chosen say why', async () => {
    const page = await open();
    await page.click('Go back to version c0ffee01');
    await page.refuse('POST', `${MODELS}/1/activate`, 409, 'model_not_kept', 'Only its figures are left.');

    expect(page.text('desk-snack-message')).toContain('The model was not chosen. Only its figures are left.');
  });

  it('are made when an admin asks for it, and looked at until that has ended', async () => {
    const page = await open();
    await page.click('Train now');
    await page.answer('POST', `${MODELS}/refit`, null);
    await page.answer('GET', MODELS, { ...LIST, refitting: true });

    expect(page.text('desk-models-card header button')).toBe('Learning…');
  });

  it('that could not be loaded can be asked for again', async () => {
    const page = await AdminTestPage.open('/admin/suggestions');
    await page.refuse('GET', MODELS, 503, 'database_unavailable', 'The database is away.');

    expect(page.text('desk-models-card desk-error-state')).toContain('The models could not be loaded');
    await page.click('Try again');
    await page.answer('GET', MODELS, LIST);
    expect(page.texts('desk-models-card tbody tr')).toHaveLength(3);
  });
});
