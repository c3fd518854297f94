import { jest } from '@jest/globals';
import { HarnessLoader, manualChangeDetection } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { provideRouter } from '@angular/router';
import type { NewTicket, Suggestion } from '../../api/model';
import { problemInterceptor } from '../../core/problem-interceptor';
import { NewTicketDialog } from './new-ticket-dialog';
import { suggestion } from './new-ticket.testing';
import { ANSWER_MS, PAUSE_MS } from './suggestion-asker';

@Component({ template: '' })
class Page {}

const CATEGORIES = ['Billing', 'Technical', 'Account', 'General'].map((label, position) => ({
  key: label.toLowerCase(),
  label,
  description: '',
  position,
  active: true,
}));
const TITLE = 'Webhooks late, invoices unpaid';
const DESCRIPTION = 'Since 07:30 every customer got a reminder.';
const DRAFT = 'desk.new-ticket';

describe('the New ticket dialog', () => {
  let fixture: ComponentFixture<Page>;
  let loader: HarnessLoader;
  let http: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideRouter([{ path: '**', component: Page }]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(Page);
    loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  });

  afterEach(async () => {
    TestBed.inject(MatDialog).closeAll();
    await settle();
    jest.useRealTimers();
  });

  describe('the suggestion', () => {
    beforeEach(open);

    it('comes after a pause and fills both fields, marked as suggested', async () => {
      await write();
      await pass(PAUSE_MS - 300);
      http.expectNone('/api/tickets/classify');
      await pass(300);
      const question = asked();
      expect(question.request.body).toEqual({ title: TITLE, description: DESCRIPTION });
      await answer(question, suggestion());

      expect(await shown()).toEqual(['Billing', 'High']);
      expect(marks()).toEqual(['Suggested', 'Suggested']);
      expect(text('desk-suggested-field')).toContain('Unsure · 58 %');
      expect(text('desk-suggested-field')).toMatch(/because of\s+invoices\s+and\s+unpaid/);
      expect(text('[role="status"].sr')).toBe(
        'The desk suggests category Billing, unsure, 58 percent, and priority High, sure, 91 percent.',
      );
    });

    it('comes at once on demand', async () => {
      await write();
      await press('Suggest now');

      expect(asked().cancelled).toBe(false);
    });

    it('says nothing about how sure it is when the model does not', async () => {
      await suggest(suggestion({ confidence: { category: null, priority: null } }));

      expect(document.querySelector('desk-confidence-meter')).toBeNull();
    });

    it('marks the words that decided it, in the title and in the description, as text', async () => {
      await type('Title', '<b>invoices</b> unpaid');
      await type('Description', DESCRIPTION);
      await pass(PAUSE_MS);
      await answer(asked(), suggestion());

      expect(texts('desk-writing-field mark')).toEqual(['invoices', 'unpaid', 'every customer']);
      expect(document.querySelector('.mirror b')).toBeNull();
      expect(document.querySelector('.mirror')!.getAttribute('aria-hidden')).toBe('true');
      expect(texts('mat-hint')).toContain('Words that decided the suggestion');
    });

    it('leaves a choice alone that came first, and keeps its proposal beside it', async () => {
      await choose('Category', 'Technical');
      await suggest(suggestion());

      expect(await shown()).toEqual(['Technical', 'High']);
      expect(marks()).toEqual(['Yours', 'Suggested']);
      expect(text('desk-token.out')).toBe('Billing');
      expect(text('desk-suggestion-card')).toContain('The desk learns from your choice');
    });

    it('never overwrites a choice later, and Undo takes the latest proposal', async () => {
      await suggest(suggestion());
      await choose('Category', 'Technical');
      await type('Description', `${DESCRIPTION} Please reset my password.`);
      await pass(PAUSE_MS);
      await answer(asked(), suggestion({ suggested_category: 'account', suggested_priority: 'low' }));

      expect(await shown()).toEqual(['Technical', 'Low']);
      expect(text('desk-token.out')).toBe('Account');

      document.querySelector<HTMLElement>('.undo')!.click();
      await settle();
      expect(await shown()).toEqual(['Account', 'Low']);
      expect(marks()).toEqual(['Suggested', 'Suggested']);
      expect(document.activeElement!.getAttribute('role')).toBe('combobox');
    });

    it('is not for a text that has changed since: the question is cancelled', async () => {
      await write();
      await pass(PAUSE_MS);
      const first = asked();
      await type('Description', 'Something else.');
      await settle();
      expect(first.cancelled).toBe(true);

      await pass(PAUSE_MS);
      await answer(asked(), suggestion({ suggested_category: 'account' }));
      expect(await shown()).toEqual(['Account', 'High']);
    });

    it('is not asked for again when only white space has changed', async () => {
      await suggest(suggestion());
      await type('Description', `${DESCRIPTION}  `);
      await pass(PAUSE_MS * 2);

      http.expectNone('/api/tickets/classify');
    });

    it('shows the defaults and the notice when there is none, and can be asked for again', async () => {
      const notice = 'The model was unavailable, so the defaults are filled in.';
      await suggest(defaults(notice));

      expect(text('#suggestion-heading')).toBe('No suggestion this time');
      expect(text('desk-suggestion-card .words')).toBe(notice);
      expect(marks()).toEqual(['Default', 'Default']);
      expect(await shown()).toEqual(['General', 'Medium']);

      await press('Ask again');
      await answer(asked(), suggestion());
      expect(await shown()).toEqual(['Billing', 'High']);
    });

    it.each([
      ['the call fails', (question: TestRequest) => question.error(new ProgressEvent('error'))],
      ['the server fails', (question: TestRequest) => question.flush('', { status: 500, statusText: 'Error' })],
      ['no answer comes', () => jest.advanceTimersByTime(ANSWER_MS)],
    ])('never stands in the way when %s', async (_, fail) => {
      await write();
      await pass(PAUSE_MS);
      fail(asked());
      await settle();
      expect(text('#suggestion-heading')).toBe('No suggestion this time');

      await choose('Category', 'Technical');
      await choose('Priority', 'Low');
      await press('Create ticket');
      expect(created().request.body).toEqual(ticket({ category: 'technical', priority: 'low' }));
    });

    it('is not waited for', async () => {
      await write();
      await pass(PAUSE_MS);
      const slow = asked();
      expect(text('#suggestion-heading')).toBe('The desk is reading');
      await choose('Category', 'Technical');
      await choose('Priority', 'Low');
      await press('Create ticket');
      created().flush(saved());
      await settle();

      expect(isOpen()).toBe(false);
      expect(slow.cancelled).toBe(true);
    });
  });

  describe('creating', () => {
    beforeEach(open);

    it('says by each field what it lacks, and goes to the first', async () => {
      await press('Create ticket');

      expect(await errors()).toEqual([
        'Give the ticket a title.',
        'Describe what happened.',
        'Choose a category.',
        'Choose a priority.',
      ]);
      expect(document.activeElement).toBe(document.querySelector('textarea'));
      http.expectNone('/api/tickets');
    });

    it('sends the suggestion with the ticket it was given for, closes and says so', async () => {
      await suggest(suggestion());
      await press('Create ticket');
      const call = created();
      expect(call.request.body).toEqual(ticket({ suggestion_id: suggestion().suggestion_id }));
      call.flush(saved());
      await settle();

      expect(isOpen()).toBe(false);
      expect(localStorage.getItem(DRAFT)).toBeNull();
      expect(document.querySelector('desk-snack-message')!.textContent).toContain('Ticket #4825 created');
    });

    it('does not send it with another text', async () => {
      await suggest(suggestion());
      await type('Title', 'Another title');
      await press('Create ticket');

      expect(created().request.body).toEqual(ticket({ title: 'Another title' }));
    });

    it('happens once, whatever is pressed meanwhile', async () => {
      await suggest(suggestion());
      await press('Create ticket');
      const call = created();
      await key({ key: 'Enter', ctrlKey: true });
      await key({ key: 'Escape' });

      http.expectNone('/api/tickets');
      expect(call.cancelled).toBe(false);
      expect(isOpen()).toBe(true);
      expect(document.querySelector('mat-progress-bar')).not.toBeNull();
    });

    it('works with Ctrl and Enter', async () => {
      await suggest(suggestion());
      await key({ key: 'Enter', ctrlKey: true });

      expect(created().request.body).toMatchObject({ title: TITLE });
    });

    it('shows what the API says by the field, until the field changes', async () => {
      await suggest(suggestion());
      await press('Create ticket');
      const message = 'Title must be a single line.';
      refuse(created(), 400, {
        code: 'validation_failed',
        errors: [{ field: 'title', code: 'not_one_line', message }],
      });
      await settle();

      expect(await errors()).toEqual([message]);
      expect(document.querySelector('desk-banner')).toBeNull();
      expect(document.activeElement).toBe(document.querySelector('textarea'));
      await type('Title', 'Another title');
      expect(await errors()).toEqual([]);
    });

    it('keeps the text when it fails otherwise, and tries again', async () => {
      await suggest(suggestion());
      await press('Create ticket');
      refuse(created(), 503, { code: 'database_unavailable', detail: 'The database cannot be reached.' });
      await settle();

      expect(text('desk-banner')).toContain('The ticket was not saved, your text is kept.');
      expect(text('desk-banner')).toContain('The database cannot be reached.');
      expect(text('desk-banner code')).toBe('7f3c-19ab');
      expect(await typed('Title')).toBe(TITLE);
      await press('Try again');
      expect(document.querySelector('desk-banner')).toBeNull();
      expect(created().request.body).toMatchObject({ title: TITLE });
    });

    it.each([
      ['already used', 409, { code: 'suggestion_already_used' }],
      [
        'unknown',
        400,
        { code: 'validation_failed', errors: [{ field: 'suggestion_id', code: 'unknown_value', message: '' }] },
      ],
    ])('goes once more without a suggestion that is %s', async (_, status, problem) => {
      await suggest(suggestion());
      await press('Create ticket');
      refuse(created(), status, problem);
      const second = created();

      expect(second.request.body).toEqual(ticket({}));
      second.flush(saved());
      await settle();
      expect(document.querySelector('desk-snack-message')).not.toBeNull();
    });

    it('does not make a second ticket when the first try was saved although no answer came', async () => {
      await suggest(suggestion());
      await press('Create ticket');
      created().error(new ProgressEvent('error'));
      await settle();
      await press('Try again');
      refuse(created(), 409, { code: 'suggestion_already_used' });
      await settle();

      http.expectNone('/api/tickets');
      expect(text('desk-banner')).toContain('an earlier try was saved');
    });

    it('begins the next ticket at once when asked to', async () => {
      await checkCreateAnother();
      await suggest(suggestion());
      await choose('Category', 'Technical');
      await press('Create ticket');
      created().flush(saved());
      await settle();

      expect(isOpen()).toBe(true);
      expect(await typed('Title')).toBe('');
      expect(await shown()).toEqual(['', '']);
      expect(await errors()).toEqual([]);
      expect(marks()).toEqual([]);
      expect(document.activeElement).toBe(document.querySelector('textarea'));
      expect(localStorage.getItem(DRAFT)).toBeNull();
    });
  });

  describe('the draft', () => {
    it.each([
      ['Esc', () => key({ key: 'Escape' })],
      ['Cancel', () => press('Cancel')],
    ])('is back after %s, with what the person chose but not what the desk proposed', async (_, leave) => {
      await open();
      await suggest(suggestion());
      await choose('Category', 'Technical');
      await leave();
      expect(isOpen()).toBe(false);

      await open();
      expect(await typed('Title')).toBe(TITLE);
      expect(await typed('Description')).toBe(DESCRIPTION);
      expect(await shown()).toEqual(['Technical', '']);
      expect(marks()).toEqual(['Yours']);
      expect(text('.restored')).toContain('Your draft is back');
    });

    it('is read again by the desk', async () => {
      localStorage.setItem(DRAFT, JSON.stringify({ title: '', description: DESCRIPTION, category: '', priority: '' }));
      await open();
      await pass(PAUSE_MS);

      expect(asked().request.body).toEqual({ description: DESCRIPTION });
    });

    it('can be discarded', async () => {
      localStorage.setItem(DRAFT, JSON.stringify({ title: TITLE, description: '', category: '', priority: 'low' }));
      await open();
      await press('Discard');

      expect(await typed('Title')).toBe('');
      expect(await shown()).toEqual(['', '']);
      expect(document.querySelector('.restored')).toBeNull();
      expect(localStorage.getItem(DRAFT)).toBeNull();
    });

    it('is given up in part when its category is not offered any more', async () => {
      localStorage.setItem(DRAFT, JSON.stringify({ title: TITLE, description: '', category: 'retired', priority: '' }));
      await open();

      expect(await shown()).toEqual(['', '']);
      expect(marks()).toEqual([]);
    });
  });

  it('loads the categories again when they could not be loaded, and loses nothing', async () => {
    await openDialog();
    http.expectOne('/api/categories').flush('', { status: 500, statusText: 'Error' });
    await settle();
    await write();
    expect(text('.trouble')).toContain('The categories could not be loaded.');

    await press('Try again');
    http.expectOne('/api/categories').flush({ results: CATEGORIES });
    await settle();
    await choose('Category', 'Technical');
    expect(await shown()).toEqual(['Technical', '']);
    expect(await typed('Title')).toBe(TITLE);
  });

  it('keeps a pasted title on one line, and Enter leads on to the description', async () => {
    await open();
    await type('Title', 'Two\nlines');
    expect(await typed('Title')).toBe('Two lines');

    const title = document.querySelector('textarea')!;
    title.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(document.activeElement).toBe(document.querySelectorAll('textarea')[1]);
  });

  async function open(): Promise<void> {
    await openDialog();
    for (const call of http.match('/api/categories')) call.flush({ results: CATEGORIES });
    await settle();
  }

  async function openDialog(): Promise<void> {
    TestBed.inject(MatDialog).open(NewTicketDialog, { autoFocus: false, disableClose: true });
    await settle();
  }

  async function write(): Promise<void> {
    await type('Title', TITLE);
    await type('Description', DESCRIPTION);
  }

  async function suggest(given: Suggestion): Promise<void> {
    await write();
    await pass(PAUSE_MS);
    await answer(asked(), given);
  }

  async function answer(question: TestRequest, given: Suggestion): Promise<void> {
    question.flush(given);
    await settle();
  }

  function defaults(notice: string): Suggestion {
    return suggestion({
      suggested_category: 'general',
      suggested_priority: 'medium',
      confidence: { category: null, priority: null },
      reasons: { category: [], priority: [] },
      source: 'default',
      notice,
    });
  }

  function ticket(changes: Partial<NewTicket>): NewTicket {
    return { title: TITLE, description: DESCRIPTION, category: 'billing', priority: 'high', ...changes };
  }

  function saved(): object {
    return { ...ticket({}), id: 4825, status: 'open', version: 1 };
  }

  function asked(): TestRequest {
    return http.expectOne('/api/tickets/classify');
  }

  function created(): TestRequest {
    return http.expectOne('/api/tickets');
  }

  function refuse(call: TestRequest, status: number, problem: object): void {
    call.flush({ title: 'Refused', status, request_id: '7f3c-19ab', ...problem }, { status, statusText: 'Refused' });
  }

  async function pass(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
  }

  /**
   * Renders what has changed. Harnesses would wait until no call to the API is under way, which is just what these
   * tests are about, so everything here goes through `manualChangeDetection` and then this.
   */
  async function settle(): Promise<void> {
    TestBed.tick();
    await pass(1);
    TestBed.tick();
  }

  async function key(init: KeyboardEventInit): Promise<void> {
    const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
    document.querySelector('textarea')!.dispatchEvent(event);
    await settle();
  }

  async function press(label: string): Promise<void> {
    const button = MatButtonHarness.with({ text: new RegExp(`^\\s*${label}`) });
    await manualChangeDetection(async () => (await loader.getHarness(button)).click());
    await settle();
  }

  async function checkCreateAnother(): Promise<void> {
    const box = MatCheckboxHarness.with({ label: 'Create another' });
    await manualChangeDetection(async () => (await loader.getHarness(box)).check());
    await settle();
  }

  async function choose(label: 'Category' | 'Priority', text: string): Promise<void> {
    const select = await manualChangeDetection(async () => (await selects())[label === 'Category' ? 0 : 1]!);
    await manualChangeDetection(() => select.open());
    await settle();
    await manualChangeDetection(async () => (await select.getOptions({ text }))[0]!.click());
    await settle();
  }

  async function type(label: 'Title' | 'Description', text: string): Promise<void> {
    await manualChangeDetection(async () => (await input(label)).setValue(text));
    await settle();
  }

  function typed(label: 'Title' | 'Description'): Promise<string> {
    return manualChangeDetection(async () => (await input(label)).getValue());
  }

  async function input(label: 'Title' | 'Description'): Promise<MatInputHarness> {
    const inputs = await loader.getAllHarnesses(MatInputHarness);
    return inputs[label === 'Title' ? 0 : 1]!;
  }

  function selects(): Promise<MatSelectHarness[]> {
    return loader.getAllHarnesses(MatSelectHarness);
  }

  function shown(): Promise<string[]> {
    return manualChangeDetection(async () =>
      Promise.all((await selects()).map(async (select) => ((await select.isEmpty()) ? '' : select.getValueText()))),
    );
  }

  function errors(): Promise<string[]> {
    return manualChangeDetection(async () => {
      const fields = await loader.getAllHarnesses(MatFormFieldHarness);
      return (await Promise.all(fields.map((field) => field.getTextErrors()))).flat();
    });
  }

  function isOpen(): boolean {
    return document.querySelector('desk-new-ticket-dialog') !== null;
  }

  function marks(): string[] {
    return texts('desk-origin-mark');
  }

  function texts(selector: string): string[] {
    return [...document.querySelectorAll(selector)].map((element) => element.textContent!.trim());
  }

  function text(selector: string): string {
    return texts(selector)[0] ?? '';
  }
});
