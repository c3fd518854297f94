import type { TestRequest } from '@angular/common/http/testing';
import { jest } from '@jest/globals';
import { ANSWER_MS, PAUSE_MS } from './suggestion-asker';
import { NewTicketPage, DESCRIPTION, TITLE, saved, ticket } from './testing/new-ticket-page';
import { noSuggestion, suggestion } from './testing/suggestion';

describe('the suggestion for a new ticket', () => {
  let page: NewTicketPage;

  beforeEach(() => {
    page = new NewTicketPage();
    return page.open();
  });

  afterEach(() => page.leave());

  it('comes after a pause and fills both fields, marked as suggested', async () => {
    await page.write();
    await page.pass(PAUSE_MS - 300);
    page.http.expectNone('/api/tickets/classify');
    await page.pass(300);
    const question = page.asked();
    expect(question.request.body).toEqual({ title: TITLE, description: DESCRIPTION, hideable: true });
    await page.answer(question, suggestion());

    expect(await page.shown()).toEqual(['Billing', 'High']);
    expect(page.marks()).toEqual(['Suggested', 'Suggested']);
    expect(page.text('desk-suggested-field')).toContain('Unsure · 58 %');
    expect(page.text('desk-suggested-field')).toMatch(/because of\s+invoices\s+and\s+unpaid/);
    expect(page.text('[role="status"].sr')).toBe(
      'The desk suggests category Billing, unsure, 58 percent, right 170 of 212 times, and priority High, sure, 91 percent.',
    );
  });

  it('comes at once on demand', async () => {
    await page.write();
    await page.press('Suggest now');

    expect(page.asked().cancelled).toBe(false);
  });

  it('says nothing about how sure it is when the model does not', async () => {
    await page.suggest(suggestion({ confidence: { category: null, priority: null } }));

    expect(document.querySelector('desk-confidence-meter')).toBeNull();
  });

  it('marks the words that decided it, in the title and in the description, as text', async () => {
    await page.type('Title', '<b>invoices</b> unpaid');
    await page.type('Description', DESCRIPTION);
    await page.pass(PAUSE_MS);
    await page.answer(page.asked(), suggestion());

    expect(page.texts('desk-writing-field mark')).toEqual(['invoices', 'unpaid', 'every customer']);
    expect(document.querySelector('.mirror b')).toBeNull();
    expect(document.querySelector('.mirror')!.getAttribute('aria-hidden')).toBe('true');
    expect(page.texts('mat-hint')).toContain('Words that decided the suggestion');
  });

  it('leaves a choice alone that came first, and keeps its proposal beside it', async () => {
    await page.choose('Category', 'Technical');
    await page.suggest(suggestion());

    expect(await page.shown()).toEqual(['Technical', 'High']);
    expect(page.marks()).toEqual(['Yours', 'Suggested']);
    expect(page.text('desk-token.out')).toBe('Billing');
    expect(page.text('desk-suggestion-card')).toContain('The desk learns from your choice');
  });

  it('never overwrites a choice later, and Undo takes the latest proposal', async () => {
    await page.suggest(suggestion());
    await page.choose('Category', 'Technical');
    await page.type('Description', `${DESCRIPTION} Please reset my password.`);
    await page.pass(PAUSE_MS);
    await page.answer(page.asked(), suggestion({ suggested_category: 'account', suggested_priority: 'low' }));

    expect(await page.shown()).toEqual(['Technical', 'Low']);
    expect(page.text('desk-token.out')).toBe('Account');

    document.querySelector<HTMLElement>('.undo')!.click();
    await page.settle();
    expect(await page.shown()).toEqual(['Account', 'Low']);
    expect(page.marks()).toEqual(['Suggested', 'Suggested']);
    expect(document.activeElement!.getAttribute('role')).toBe('combobox');
  });

  it('is not for a text that has changed since: the question is cancelled', async () => {
    await page.write();
    await page.pass(PAUSE_MS);
    const first = page.asked();
    await page.type('Description', 'Something else.');
    await page.settle();
    expect(first.cancelled).toBe(true);

    await page.pass(PAUSE_MS);
    await page.answer(page.asked(), suggestion({ suggested_category: 'account' }));
    expect(await page.shown()).toEqual(['Account', 'High']);
  });

  it('is not asked for again when only white space has changed', async () => {
    await page.suggest(suggestion());
    await page.type('Description', `${DESCRIPTION}  `);
    await page.pass(PAUSE_MS * 2);

    page.http.expectNone('/api/tickets/classify');
  });

  it('shows the defaults and the notice when there is none, and can be asked for again', async () => {
    const notice = 'The model was unavailable, so the defaults are filled in.';
    await page.suggest(noSuggestion(notice));

    expect(page.text('#suggestion-heading')).toBe('No suggestion this time');
    expect(page.text('desk-suggestion-card .words')).toBe(notice);
    expect(page.marks()).toEqual(['Default', 'Default']);
    expect(await page.shown()).toEqual(['General', 'Medium']);

    await page.press('Ask again');
    await page.answer(page.asked(), suggestion());
    expect(await page.shown()).toEqual(['Billing', 'High']);
  });

  it.each([
    ['the call fails', (question: TestRequest) => question.error(new ProgressEvent('error'))],
    ['the server fails', (question: TestRequest) => question.flush('', { status: 500, statusText: 'Error' })],
    ['no answer comes', () => jest.advanceTimersByTime(ANSWER_MS)],
  ])('never stands in the way when %s', async (_, fail) => {
    await page.write();
    await page.pass(PAUSE_MS);
    fail(page.asked());
    await page.settle();
    expect(page.text('#suggestion-heading')).toBe('No suggestion this time');

    await page.choose('Category', 'Technical');
    await page.choose('Priority', 'Low');
    await page.press('Create ticket');
    expect(page.created().request.body).toEqual(ticket({ category: 'technical', priority: 'low' }));
  });

  it('is not waited for', async () => {
    await page.write();
    await page.pass(PAUSE_MS);
    const slow = page.asked();
    expect(page.text('#suggestion-heading')).toBe('The desk is reading');
    await page.choose('Category', 'Technical');
    await page.choose('Priority', 'Low');
    await page.press('Create ticket');
    page.created().flush(saved());
    await page.settle();

    expect(page.isOpen()).toBe(false);
    expect(slow.cancelled).toBe(true);
  });
});
