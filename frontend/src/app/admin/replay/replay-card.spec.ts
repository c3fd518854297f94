import type { ReplayDetails, ReplayField, ReplayPreview } from '../../api/admin-model';
import { LLM_STATE } from '../testing/llm';
import { AdminTestPage } from '../testing/admin-page';

const REPLAYS = '/api/admin/suggestions/replays';
const SIDE = {
  ...{ by: 'local' as const, model: 3, llm_model: null, version: 'c0ffee03' },
  ...{ category_threshold: null, priority_threshold: null, examples: null },
};
const share = (count: number, of = 200) => ({ count, of, share: count / of, low: 0.8, high: 0.9 });
const FIGURES = {
  ...{ right: share(160), named: share(150), two: share(30), abstained: share(20), precision: share(140, 150) },
  ece: 0.03,
};
const DIFFERENCE = { value: 0.04, low: -0.01, high: 0.09 };
const FIELD: ReplayField = {
  ...{ baseline: FIGURES, candidate: { ...FIGURES, right: share(168) }, only_baseline: 6, only_candidate: 14 },
  difference: { right: DIFFERENCE, named: DIFFERENCE, abstained: DIFFERENCE, precision: DIFFERENCE, ece: null },
  words: ['The candidate is right on 4 of 100 more tickets; between 1 fewer and 9 more: no proof of a difference.'],
};
const MEASURED = { as_it_stands: 4, made_again: 196, of_other_words: false };
const DONE: ReplayDetails = {
  ...{ id: 'replay-1', state: 'done', requested_by: 1, answered: 400, questions: 400, interruptions: 0, failure: null },
  ...{ created_at: '2026-04-20T09:22:00.000Z', finished_at: '2026-04-20T09:23:00.000Z' },
  plan: { tickets: 200, baseline: SIDE, candidate: { ...SIDE, category_threshold: 0.7 } },
  result: {
    ...{ compared: 198, gone: 0, not_asked: 0, stopped: null, category: FIELD, priority: FIELD },
    failures: { baseline: {}, candidate: { timeout: 2 } },
    measured: { baseline: MEASURED, candidate: MEASURED },
  },
  differing: [
    {
      ...{ ticket: 42, title: 'Charged twice', field: 'category', decided: 'billing' },
      baseline: { value: 'general', confidence: 0.5, options: ['general'] },
      candidate: { value: 'billing', confidence: 0.5, options: [] },
    },
  ],
};
const RUNNING: ReplayDetails = {
  ...DONE,
  state: 'running',
  answered: 100,
  finished_at: null,
  result: null,
  differing: [],
};
const PREVIEW: ReplayPreview = {
  ...{ tickets: 200, plan: DONE.plan, learned: { baseline: 196, candidate: 196 }, cost: null },
};

async function open(newest: ReplayDetails | null): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/suggestions');
  await page.answer('GET', REPLAYS, { results: newest ? [newest] : [] });
  if (newest) await page.answer('GET', `${REPLAYS}/${newest.id}`, newest);
  return page;
}

async function type(page: AdminTestPage, label: string, text: string): Promise<void> {
  const found = [...document.querySelectorAll<HTMLLabelElement>('desk-replay-card label')].find(
    ({ textContent }) => textContent.trim() === label,
  );
  const field = document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await page.settle();
}

describe('a replay', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells before what it would do, is begun, followed and cancelled', async () => {
    const page = await open(null);
    await type(page, 'Try: sure of a category, in percent', '70');
    await page.answer('POST', `${REPLAYS}/preview`, PREVIEW);
    expect(page.text('desk-replay-card form')).toContain(
      '200 decided tickets. 196 of them a model may have learned from',
    );

    await page.click('Replay');
    const begun = await page.answer('POST', REPLAYS, RUNNING);
    expect(begun.request.body).toEqual({
      ...{ tickets: 200, baseline: { by: 'local' }, candidate: { by: 'local', category_threshold: 0.7 } },
    });
    await page.answer('GET', `${REPLAYS}/replay-1`, RUNNING);
    expect(page.text('desk-replay-card .outcome')).toContain('100 of 400 answers');

    await page.click('Cancel');
    await page.answer('POST', `${REPLAYS}/replay-1/cancel`, { ...RUNNING, state: 'cancelled' });
    await page.answer('GET', `${REPLAYS}/replay-1`, { ...RUNNING, state: 'cancelled' });
    expect(page.text('desk-replay-card .outcome .state')).toContain('cancelled');
  });

  it('says in words and figures what came of it, how it was measured, and where both differ', async () => {
    const page = await open(DONE);
    expect(page.text('desk-replay-outcome .says')).toContain('between 1 fewer and 9 more: no proof of a difference');
    expect(page.texts('desk-replay-outcome tbody tr')[0]).toMatch(/^Right .*80\.0 %.*84\.0 %.*\+4\.0 −1\.0 to \+9\.0/);
    const measured = page.text('desk-replay-outcome .measured');
    expect(measured).toContain('196 it may have learned from were judged by a model made in its place without them.');
    expect(measured).toContain('Candidate: 2 questions without an answer (timeout).');
    expect(page.text('desk-replay-outcome .tickets')).toContain(
      'Decided Billing; baseline said General; candidate said nothing, holds Billing likeliest.',
    );
    expect(document.querySelector('desk-replay-outcome .tickets a')?.getAttribute('href')).toBe('/tickets/42');
  });

  it('that is being read stays when somebody else begins another, which is a click away', async () => {
    const page = await open(DONE);
    await page.click('Refresh');
    await page.answer('GET', REPLAYS, { results: [{ ...RUNNING, id: 'replay-2' }, DONE] });
    await page.answer('GET', `${REPLAYS}/replay-1`, DONE);
    expect(page.text('desk-replay-outcome .says')).toContain('no proof of a difference');
    expect(page.text('desk-replay-card summary')).toBe('Other replays, one under way');
    expect(page.control('Under way').getAttribute('aria-disabled')).toBe('true');

    document.querySelector<HTMLElement>('desk-replay-card details button')?.click();
    await page.settle();
    await page.answer('GET', `${REPLAYS}/replay-2`, { ...RUNNING, id: 'replay-2' });
    expect(page.text('desk-replay-card .outcome')).toContain('100 of 400 answers');
    expect(page.text('desk-replay-card summary')).toBe('Other replays');
  });

  it('of an LLM says first what it costs at most', async () => {
    const page = await open(null);
    await page.answer('GET', '/api/admin/llm', LLM_STATE);
    document.querySelector<HTMLInputElement>('desk-replay-card input[value=llm]')?.click();
    await page.settle();
    const cost = {
      questions: 200,
      most_prompt_tokens: 9,
      most_completion_tokens: 9,
      most: 0.6,
      likely: 0.04,
      left: 3.1,
    };
    await page.answer('POST', `${REPLAYS}/preview`, { ...PREVIEW, learned: { baseline: 0, candidate: 0 }, cost });
    expect(page.text('desk-replay-card form')).toContain(
      "200 questions to the LLM cost at most 0.60, likely about 0.04. Calls that are made again may add to it. Today's budget leaves 3.10; asking ends there.",
    );
  });

  it('cannot be begun with too few decided tickets, and says so', async () => {
    const page = await open(null);
    await type(page, 'Try: sure of a category, in percent', '70');
    await page.answer('POST', `${REPLAYS}/preview`, { ...PREVIEW, tickets: 7 });
    expect(page.text('desk-replay-card form')).toContain('Too few decided tickets: 7 of at least 20.');
    expect(page.control('Replay').getAttribute('aria-disabled')).toBe('true');
  });

  it('that failed says why, and what is asked wrongly is said before', async () => {
    const page = await open({ ...RUNNING, state: 'failed', failure: 'Of model c0ffee03 only the figures are left.' });
    expect(page.text('desk-replay-card desk-banner')).toContain('only the figures are left');
    await type(page, 'Try: sure of a category, in percent', '70');
    await page.refuse('POST', `${REPLAYS}/preview`, 400, 'validation_failed', 'Both sides are the same.');
    expect(page.text('desk-replay-card form .wrong')).toContain('Both sides are the same.');
  });
});
