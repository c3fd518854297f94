import { type HarnessLoader, manualChangeDetection } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import type { NewTicket, Suggestion } from '../../../api/model';
import { problemInterceptor } from '../../../core/problem-interceptor';
import { signInAs } from '../../../core/testing/sign-in';
import { NewTicketDialog } from '../new-ticket-dialog';
import { PAUSE_MS } from '../suggestion-asker';

@Component({ template: '' })
class Page {}

export const CATEGORIES = ['Billing', 'Technical', 'Account', 'General'].map((label, position) => ({
  key: label.toLowerCase(),
  label,
  description: '',
  position,
  active: true,
  merged_into: null,
}));

export const FILLED_IN = { category: 'general', priority: 'medium' } as const;

/** The ticket that specs write. */
export const TITLE = 'Webhooks late, invoices unpaid';
export const DESCRIPTION = 'Since 07:30 every customer got a reminder.';

/** What is sent for it. */
export function ticket(changes: Partial<NewTicket>): NewTicket {
  return { title: TITLE, description: DESCRIPTION, category: 'billing', priority: 'high', ...changes };
}

/** What comes back for it. */
export function saved(): object {
  return { ...ticket({}), id: 4825, status: 'open', version: 1 };
}

/** The dialog as a person meets it, on a clock that only moves when told to. Make one before each test, and leave it. */
export class NewTicketPage {
  readonly http: HttpTestingController;
  private readonly loader: HarnessLoader;

  constructor() {
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
    this.http = TestBed.inject(HttpTestingController);
    signInAs();
    this.loader = TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Page));
  }

  async leave(): Promise<void> {
    TestBed.inject(MatDialog).closeAll();
    await this.settle();
    jest.useRealTimers();
  }

  /** With the categories loaded. */
  async open(): Promise<void> {
    await this.openDialog();
    for (const call of this.http.match('/api/categories')) call.flush({ results: CATEGORIES, filled_in: FILLED_IN });
    await this.settle();
  }

  async openDialog(): Promise<void> {
    TestBed.inject(MatDialog).open(NewTicketDialog, { autoFocus: false, disableClose: true });
    await this.settle();
  }

  async write(): Promise<void> {
    await this.type('Title', TITLE);
    await this.type('Description', DESCRIPTION);
  }

  async suggest(given: Suggestion): Promise<void> {
    await this.write();
    await this.pass(PAUSE_MS);
    await this.answer(this.asked(), given);
  }

  async answer(question: TestRequest, given: Suggestion): Promise<void> {
    question.flush(given);
    await this.settle();
  }

  /** The one question to the desk under way. */
  asked(): TestRequest {
    return this.http.expectOne('/api/tickets/classify');
  }

  /** The one ticket being saved. */
  created(): TestRequest {
    return this.http.expectOne('/api/tickets');
  }

  refuse(call: TestRequest, status: number, problem: object): void {
    call.flush({ title: 'Refused', status, request_id: '7f3c-19ab', ...problem }, { status, statusText: 'Refused' });
  }

  async pass(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
  }

  /**
   * Renders what has changed. Harnesses would wait until no call to the API is under way, which is just what these
   * tests are about, so everything here goes through `manualChangeDetection` and then this.
   */
  async settle(): Promise<void> {
    TestBed.tick();
    await this.pass(1);
    TestBed.tick();
  }

  async key(init: KeyboardEventInit): Promise<void> {
    const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
    document.querySelector('textarea')!.dispatchEvent(event);
    await this.settle();
  }

  async press(label: string): Promise<void> {
    const button = MatButtonHarness.with({ text: new RegExp(`^\\s*${label}`) });
    await manualChangeDetection(async () => (await this.loader.getHarness(button)).click());
    await this.settle();
  }

  async checkCreateAnother(): Promise<void> {
    const box = MatCheckboxHarness.with({ label: 'Create another' });
    await manualChangeDetection(async () => (await this.loader.getHarness(box)).check());
    await this.settle();
  }

  async choose(label: 'Category' | 'Priority', text: string): Promise<void> {
    const select = await manualChangeDetection(async () => (await this.selects())[label === 'Category' ? 0 : 1]!);
    await manualChangeDetection(() => select.open());
    await this.settle();
    await manualChangeDetection(async () => (await select.getOptions({ text }))[0]!.click());
    await this.settle();
  }

  async type(label: 'Title' | 'Description', text: string): Promise<void> {
    await manualChangeDetection(async () => (await this.input(label)).setValue(text));
    await this.settle();
  }

  typed(label: 'Title' | 'Description'): Promise<string> {
    return manualChangeDetection(async () => (await this.input(label)).getValue());
  }

  private async input(label: 'Title' | 'Description'): Promise<MatInputHarness> {
    const inputs = await this.loader.getAllHarnesses(MatInputHarness);
    return inputs[label === 'Title' ? 0 : 1]!;
  }

  private selects(): Promise<MatSelectHarness[]> {
    return this.loader.getAllHarnesses(MatSelectHarness);
  }

  /** The chosen category and priority in words, '' when none is. */
  shown(): Promise<string[]> {
    return manualChangeDetection(async () =>
      Promise.all(
        (await this.selects()).map(async (select) => ((await select.isEmpty()) ? '' : select.getValueText())),
      ),
    );
  }

  errors(): Promise<string[]> {
    return manualChangeDetection(async () => {
      const fields = await this.loader.getAllHarnesses(MatFormFieldHarness);
      return (await Promise.all(fields.map((field) => field.getTextErrors()))).flat();
    });
  }

  isOpen(): boolean {
    return document.querySelector('desk-new-ticket-dialog') !== null;
  }

  /** Who decided each field, as it is marked. */
  marks(): string[] {
    return this.texts('desk-origin-mark');
  }

  texts(selector: string): string[] {
    return [...document.querySelectorAll(selector)].map((element) => element.textContent.trim());
  }

  text(selector: string): string {
    return this.texts(selector)[0] ?? '';
  }
}
