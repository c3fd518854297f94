import type { CellTicket, LlmCall } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';

const ADDRESS = '/admin/quality/tickets?from=2026-04-08&to=2026-04-21&suggested=billing&chosen=technical';
const SENT = '/api/admin/suggestions/019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69/sent';
const TICKET: CellTicket = {
  ...{ id: 42, suggestion_id: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69', title: 'Card declined', confidence: 0.7 },
  ...{ source: 'llm', model: 'gpt', version: '3', chosen_by: 2, corrected: false },
  suggested_at: '2026-04-20T09:22:00.000Z',
};
const CALL: LlmCall = {
  ...{ at: '2026-04-20T09:22:00.000Z', model: 'gpt', failure: null, prompt_tokens: 412, completion_tokens: 60 },
  cost: 0.0004,
  sent: {
    model: 'gpt',
    messages: [
      { role: 'system', content: 'You triage.\n\n- billing' },
      { role: 'user', content: '<b>Mail</b> [EMAIL_1]' },
    ],
  },
  answer: '{"choices": []}',
};

describe('what an LLM was sent for a suggestion', () => {
  afterEach(() => document.body.replaceChildren());

  async function open(): Promise<AdminTestPage> {
    const page = await AdminTestPage.open(ADDRESS);
    const results = [TICKET, { ...TICKET, id: 7, source: 'local', model: null }];
    await page.answer('GET', '/api/admin/suggestions/quality/tickets', { results, next_cursor: null });
    await page.answerSurroundings();
    expect(page.texts('desk-suggestion-button')).toEqual(['What was sent', 'Nearest tickets']);
    await page.click('What was sent for #42');
    return page;
  }

  it('is read as it was sent, beside the answer as it came', async () => {
    const page = await open();
    await page.answer('GET', SENT, { calls: [CALL] });
    expect(page.text('h2')).toBe('What was sent for #42');
    expect([...document.querySelectorAll('pre')].map(({ textContent }) => textContent)).toEqual([
      ...['You triage.\n\n- billing', '<b>Mail</b> [EMAIL_1]', '{"choices": []}'],
    ]);
    expect(page.texts('h4')).toEqual(['Sent: system', 'Sent: user', 'Came back']);
    expect(page.text('section p')).toBe('412 tokens read, 60 written, cost 0.0004.');
    await page.click('Close');
    expect(page.dialogs()).toBe(0);
  });

  it('tells why a call failed, and that nothing came back', async () => {
    const page = await open();
    const none = { prompt_tokens: null, completion_tokens: null, cost: null };
    await page.answer('GET', SENT, { calls: [{ ...CALL, ...none, answer: null, failure: 'timeout' }, CALL] });
    expect(page.texts('mat-dialog-content section')).toHaveLength(2);
    expect(page.texts('section p')).toEqual([
      'Tokens not told, cost not known. The model took too long to answer.',
      'No answer.',
      '412 tokens read, 60 written, cost 0.0004.',
    ]);
  });

  it.each([
    ['31 days', 31, 'What was sent and came back is kept for 30 days, and gone by now.'],
    [
      'a day, when a ticket in it was deleted',
      1,
      'What was sent and came back is gone with a ticket that stood in it.',
    ],
  ])('is gone after %s', async (_, days, words) => {
    const page = await open();
    const at = new Date(Date.now() - days * 86_400_000).toISOString();
    await page.answer('GET', SENT, { calls: [{ ...CALL, at, sent: null, answer: null }] });
    expect(page.text('section p')).toBe(words);
    expect(page.texts('pre')).toEqual([]);
  });

  it('is nothing where no call is kept', async () => {
    const page = await open();
    await page.answer('GET', SENT, { calls: [] });
    expect(page.text('mat-dialog-content')).toBe('No call of an LLM is kept for this suggestion.');
  });

  it('can be asked for again when that failed', async () => {
    const page = await open();
    await page.refuse('GET', SENT, 503, 'database_unavailable', 'The database is away.');
    expect(page.text('mat-dialog-content')).toContain('What was sent could not be loaded The database is away.');
    await page.click('Try again');
    await page.answer('GET', SENT, { calls: [CALL] });
    expect(page.texts('pre')).toHaveLength(3);
  });
});
