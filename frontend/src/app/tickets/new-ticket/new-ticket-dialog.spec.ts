import { type TestRequest } from '@angular/common/http/testing';
import { CREATE_MS } from '../../api/tickets-api';
import { PAUSE_MS } from './suggestion-asker';
import { NewTicketPage, TITLE, saved, ticket } from './testing/new-ticket-page';
import { suggestion } from './testing/suggestion';

const key = (call: TestRequest) => call.request.headers.get('Idempotency-Key');

describe('creating a ticket', () => {
  let page: NewTicketPage;

  beforeEach(() => {
    page = new NewTicketPage();
    return page.open();
  });

  afterEach(() => page.leave());

  it('says by each field what it lacks, and goes to the first', async () => {
    await page.press('Create ticket');

    expect(await page.errors()).toEqual([
      'Give the ticket a title.',
      'Describe what happened.',
      'Choose a category.',
      'Choose a priority.',
    ]);
    expect(document.activeElement).toBe(document.querySelector('textarea'));
    page.http.expectNone('/api/tickets');
  });

  it('sends the suggestion with the ticket it was given for, closes and says so', async () => {
    await page.suggest(suggestion());
    await page.press('Create ticket');
    const call = page.created();
    expect(call.request.body).toEqual(ticket({ suggestion_id: suggestion().suggestion_id }));
    call.flush(saved());
    await page.settle();

    expect(page.isOpen()).toBe(false);
    expect(localStorage.getItem('desk.new-ticket.1')).toBeNull();
    expect(document.querySelector('desk-snack-message')!.textContent).toContain('Ticket #4825 created');
  });

  it('does not send it with another text', async () => {
    await page.suggest(suggestion());
    await page.type('Title', 'Another title');
    await page.press('Create ticket');

    expect(page.created().request.body).toEqual(ticket({ title: 'Another title' }));
  });

  it('happens once, whatever is pressed meanwhile', async () => {
    await page.suggest(suggestion());
    await page.press('Create ticket');
    const call = page.created();
    await page.key({ key: 'Enter', ctrlKey: true });
    await page.key({ key: 'Escape' });

    page.http.expectNone('/api/tickets');
    expect(call.cancelled).toBe(false);
    expect(page.isOpen()).toBe(true);
    expect(document.querySelector('mat-progress-bar')).not.toBeNull();
  });

  it('works with Ctrl and Enter', async () => {
    await page.suggest(suggestion());
    await page.key({ key: 'Enter', ctrlKey: true });

    expect(page.created().request.body).toMatchObject({ title: TITLE });
  });

  it('shows what the API says by the field, until the field changes', async () => {
    await page.suggest(suggestion());
    await page.press('Create ticket');
    const message = 'Title must be a single line.';
    page.refuse(page.created(), 400, {
      code: 'validation_failed',
      errors: [{ field: 'title', code: 'not_one_line', message }],
    });
    await page.settle();

    expect(await page.errors()).toEqual([message]);
    expect(document.querySelector('desk-banner')).toBeNull();
    expect(document.activeElement).toBe(document.querySelector('textarea'));
    await page.type('Title', 'Another title');
    expect(await page.errors()).toEqual([]);
  });

  it('keeps the text when it fails otherwise, and tries again', async () => {
    await page.suggest(suggestion());
    await page.press('Create ticket');
    page.refuse(page.created(), 503, { code: 'database_unavailable', detail: 'The database cannot be reached.' });
    await page.settle();

    expect(page.text('desk-banner')).toContain('The ticket was not saved, your text is kept.');
    expect(page.text('desk-banner')).toContain('The database cannot be reached.');
    expect(page.text('desk-banner code')).toBe('7f3c-19ab');
    expect(await page.typed('Title')).toBe(TITLE);
    await page.press('Try again');
    expect(document.querySelector('desk-banner')).toBeNull();
    expect(page.created().request.body).toMatchObject({ title: TITLE });
  });

  it.each([
    ['already used', 409, { code: 'suggestion_already_used' }],
    [
      'unknown',
      400,
      { code: 'validation_failed', errors: [{ field: 'suggestion_id', code: 'unknown_value', message: '' }] },
    ],
  ])('goes once more without a suggestion that is %s', async (_, status, problem) => {
    await page.suggest(suggestion());
    await page.press('Create ticket');
    page.refuse(page.created(), status, problem);
    const second = page.created();

    expect(second.request.body).toEqual(ticket({}));
    second.flush(saved());
    await page.settle();
    expect(document.querySelector('desk-snack-message')).not.toBeNull();
  });

  describe('again, after no answer came', () => {
    let first: string | null;

    beforeEach(async () => {
      await page.suggest(suggestion());
      await page.press('Create ticket');
      const call = page.created();
      first = key(call);
      call.error(new ProgressEvent('error'));
      await page.settle();
    });

    it('is the same attempt to the API', async () => {
      await page.press('Try again');

      expect(first).toMatch(/^[0-9a-f]{32}$/);
      expect(key(page.created())).toBe(first);
    });

    it('is the same attempt from a dialog that was closed and opened', async () => {
      await page.key({ key: 'Escape' });
      await page.openDialog();
      await page.pass(PAUSE_MS);
      await page.answer(page.asked(), suggestion());
      await page.press('Create ticket');

      expect(key(page.created())).toBe(first);
    });

    it('makes no second ticket of an edited text when the first try was saved after all', async () => {
      await page.choose('Priority', 'Low');
      await page.press('Try again');
      const call = page.created();
      expect(key(call)).toBe(first);
      page.refuse(call, 409, { code: 'idempotency_key_reused' });
      await page.settle();

      page.http.expectNone('/api/tickets');
      expect(page.text('desk-banner')).toContain('An earlier try was saved after all.');
      await page.press('Try again');
      expect(key(page.created())).not.toBe(first);
    });
  });

  it('counts as not answered after half a minute', async () => {
    await page.suggest(suggestion());
    await page.press('Create ticket');
    const call = page.created();
    await page.pass(CREATE_MS);
    await page.settle();

    expect(call.cancelled).toBe(true);
    expect(page.text('desk-banner')).toContain('The server did not answer.');
  });

  it('is another attempt once the API has answered and the text has changed', async () => {
    await page.suggest(suggestion());
    await page.press('Create ticket');
    const call = page.created();
    page.refuse(call, 503, { code: 'database_unavailable', detail: 'The database cannot be reached.' });
    await page.settle();
    await page.choose('Priority', 'Low');
    await page.press('Try again');

    expect(key(page.created())).not.toBe(key(call));
  });

  it('is another attempt for the next ticket, were it the same', async () => {
    await page.checkCreateAnother();
    await page.suggest(suggestion());
    await page.press('Create ticket');
    const call = page.created();
    call.flush(saved());
    await page.settle();
    await page.suggest(suggestion());
    await page.press('Create ticket');

    const next = page.created();
    expect(next.request.body).toEqual(call.request.body);
    expect(key(next)).not.toBe(key(call));
  });

  it('begins the next ticket at once when asked to', async () => {
    await page.checkCreateAnother();
    await page.suggest(suggestion());
    await page.choose('Category', 'Technical');
    await page.press('Create ticket');
    page.created().flush(saved());
    await page.settle();

    expect(page.isOpen()).toBe(true);
    expect(await page.typed('Title')).toBe('');
    expect(await page.shown()).toEqual(['', '']);
    expect(await page.errors()).toEqual([]);
    expect(page.marks()).toEqual([]);
    expect(document.activeElement).toBe(document.querySelector('textarea'));
    expect(localStorage.getItem('desk.new-ticket.1')).toBeNull();
  });
});
