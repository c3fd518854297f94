import { jest } from '@jest/globals';
import { ANSWER_MS, PAUSE_MS } from './suggestion-asker';
import { NewTicketPage, DESCRIPTION, saved, ticket } from './testing/new-ticket-page';
import { noSuggestion, suggestion } from './testing/suggestion';

const SUGGESTED = ticket({ suggestion_id: suggestion().suggestion_id });

describe('creating a ticket before its suggestion is there', () => {
  let page: NewTicketPage;

  beforeEach(async () => {
    page = new NewTicketPage();
    await page.open();
    await page.write();
  });

  afterEach(() => page.leave());

  it('waits for it, says so, and sends what it brings', async () => {
    await page.pass(PAUSE_MS);
    await page.key({ key: 'Enter', ctrlKey: true });

    page.http.expectNone('/api/tickets');
    expect(await page.errors()).toEqual([]);
    expect(page.text('.create')).toContain('Waiting for the suggestion');
    expect(page.text('[role="status"].sr')).toContain('Waiting for the suggestion.');
    await page.answer(page.asked(), suggestion());
    const call = page.created();
    expect(call.request.body).toEqual(SUGGESTED);
    call.flush(saved());
    await page.settle();
    expect(page.isOpen()).toBe(false);
    expect(page.text('desk-snack-message')).toContain('Ticket #4825 created as Billing, High');
  });

  it('asks at once when the pause has not passed', async () => {
    await page.press('Create ticket');
    await page.pass(0);
    await page.answer(page.asked(), suggestion());

    expect(page.created().request.body).toEqual(SUGGESTED);
  });

  it('happens once, however often it is pressed', async () => {
    await page.key({ key: 'Enter', ctrlKey: true });
    await page.key({ key: 'Enter', ctrlKey: true });
    document.querySelector<HTMLElement>('.create')!.click();
    await page.settle();
    page.http.expectNone('/api/tickets');
    await page.answer(page.asked(), suggestion());
    await page.key({ key: 'Enter', ctrlKey: true });

    expect(page.created().cancelled).toBe(false);
  });

  it('goes without it when the person does not want to wait', async () => {
    await page.key({ key: 'Enter', ctrlKey: true });
    await page.pass(0);
    const slow = page.asked();
    document.querySelector<HTMLElement>('desk-waiting-notice button')!.focus();
    await page.press('Create as General, Medium');
    const call = page.created();
    expect(call.request.body).toEqual(ticket({ category: 'general', priority: 'medium' }));
    expect(document.activeElement).toBe(document.querySelector('.create'));
    await page.answer(slow, suggestion());
    call.flush(saved());
    await page.settle();

    page.http.expectNone('/api/tickets');
    expect(page.isOpen()).toBe(false);
  });

  it('keeps what the person chose, whatever comes', async () => {
    await page.choose('Category', 'Technical');
    await page.press('Create ticket');
    expect(page.text('desk-waiting-notice')).toContain('Create as Technical, Medium');
    await page.answer(page.asked(), suggestion());

    expect(page.created().request.body).toEqual({ ...SUGGESTED, category: 'technical' });
  });

  it.each<[string, () => Promise<void>]>([
    ['Escape', () => page.key({ key: 'Escape' })],
    ['the button', () => page.press('Keep editing')],
    ['writing on', () => page.type('Description', `${DESCRIPTION} And more.`)],
    ['choosing', () => page.choose('Category', 'Technical')],
  ])('is taken back by %s, and nothing is lost', async (_, takeBack) => {
    await page.press('Create ticket');
    await takeBack();
    expect(document.querySelector('desk-waiting-notice')).toBeNull();
    await page.pass(PAUSE_MS);
    const asked = page.http.match('/api/tickets/classify').filter(({ cancelled }) => !cancelled);
    expect(asked).toHaveLength(1);
    await page.answer(asked[0]!, suggestion());

    page.http.expectNone('/api/tickets');
    expect(page.isOpen()).toBe(true);
    expect(await page.typed('Description')).toContain(DESCRIPTION);
    expect(page.text('.create')).toContain('Create ticket');
  });

  it('leaves the keyboard in the text when it is taken back', async () => {
    await page.press('Create ticket');
    await page.press('Keep editing');

    expect(document.activeElement).toBe(document.querySelectorAll('textarea')[1]);
  });

  it('is not sent any more once the dialog is closed; the draft is kept', async () => {
    await page.press('Create ticket');
    await page.pass(0);
    const slow = page.asked();
    await page.press('Cancel');

    expect(page.isOpen()).toBe(false);
    expect(slow.cancelled).toBe(true);
    page.http.expectNone('/api/tickets');
    expect(localStorage.getItem('desk.new-ticket.1')).toContain(DESCRIPTION);
  });

  it('says by the text alone what it lacks: the rest may still be suggested', async () => {
    await page.type('Title', '');
    await page.press('Create ticket');

    expect(await page.errors()).toEqual(['Give the ticket a title.']);
    expect(document.activeElement).toBe(document.querySelector('textarea'));
    expect(document.querySelector('desk-waiting-notice')).toBeNull();
  });

  it.each<[string, () => Promise<void>]>([
    ['there is none', () => page.answer(page.asked(), noSuggestion('The model was unavailable.'))],
    ['the desk cannot be asked', async () => page.asked().error(new ProgressEvent('error'))],
    ['no answer comes', () => jest.advanceTimersByTimeAsync(ANSWER_MS)],
  ])('shows the defaults first when %s, and goes when it is sent once more', async (_, fail) => {
    await page.pass(PAUSE_MS);
    await page.key({ key: 'Enter', ctrlKey: true });
    await fail();
    await page.settle();

    page.http.expectNone('/api/tickets');
    expect(page.text('desk-banner')).toContain('Create the ticket as General, Medium, or choose.');
    expect(page.text('[role="status"].sr')).toMatch(/^No suggestion this time\..* Not created yet\.$/);
    expect(page.marks()).toEqual(['Default', 'Default']);
    await page.choose('Priority', 'Low');
    await page.key({ key: 'Enter', ctrlKey: true });
    expect(page.created().request.body).toMatchObject({ category: 'general', priority: 'low' });
  });

  it('asks again when the line is back, and puts the suggestion where only defaults were', async () => {
    await page.pass(PAUSE_MS);
    page.asked().error(new ProgressEvent('error'));
    await page.settle();
    await page.choose('Priority', 'Low');
    window.dispatchEvent(new Event('online'));
    await page.pass(0);
    await page.answer(page.asked(), suggestion());

    expect(await page.shown()).toEqual(['Billing', 'Low']);
    expect(page.marks()).toEqual(['Suggested', 'Yours']);
  });

  it('begins the next ticket with nothing under way', async () => {
    await page.checkCreateAnother();
    await page.press('Create ticket');
    await page.press('Create as General, Medium');
    page.created().flush(saved());
    await page.settle();

    expect(await page.shown()).toEqual(['', '']);
    expect(page.text('.create')).toContain('Create ticket');
  });
});
