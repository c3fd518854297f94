import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { Router, TitleStrategy, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { PageTitle } from '../../core/page-title';
import { problemInterceptor } from '../../core/problem-interceptor';
import { Session } from '../../core/session';
import { windowOf } from '../../core/testing/window-width';
import { ADMIN_ROUTES } from '../admin.routes';
import { CATEGORIES, OVERVIEW, PEOPLE } from './desk';

/** The admin section as Priya meets it, with an API that the test plays. */
export class AdminTestPage {
  readonly http = TestBed.inject(HttpTestingController);
  readonly router = TestBed.inject(Router);

  /** Opens an address; the names of people and categories and the overview are there. */
  static async open(url: string, width = 1440): Promise<AdminTestPage> {
    windowOf(width);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: 'admin', children: ADMIN_ROUTES }], withComponentInputBinding()),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: Session, useValue: { user: signal(PEOPLE[0]), isAdmin: signal(false) } },
        { provide: TitleStrategy, useExisting: PageTitle },
      ],
    });
    const harness = await RouterTestingHarness.create();
    document.body.append(harness.fixture.nativeElement as Node);
    const page = new AdminTestPage();
    await harness.navigateByUrl(url);
    await page.settle();
    await page.answerSurroundings();
    return page;
  }

  /** What every page may ask for besides its own. */
  async answerSurroundings(): Promise<void> {
    // Twice: what the first answers show may ask for names.
    for (let round = 0; round < 2; round++) {
      this.http.match('/api/users').forEach((call) => call.flush({ results: PEOPLE }));
      this.http.match('/api/categories').forEach((call) => call.flush({ results: CATEGORIES }));
      this.http.match('/api/admin/overview').forEach((call) => call.flush(OVERVIEW));
      await this.settle();
    }
  }

  /** The one open call of this kind. */
  call(method: string, url: string): TestRequest {
    return this.http.expectOne((request) => request.method === method && request.url === url);
  }

  async answer(method: string, url: string, body: object | null): Promise<TestRequest> {
    const call = this.call(method, url);
    call.flush(body);
    await this.settle();
    return call;
  }

  async refuse(method: string, url: string, status: number, code: string, detail: string, more = {}): Promise<void> {
    const problem = { type: `urn:problem:${code}`, title: detail, status, detail, code, request_id: 'req-1', ...more };
    this.call(method, url).flush(problem, { status, statusText: 'No' });
    await this.settle();
  }

  /** Clicks the button, link, tick box or item of this name; the last one, which is the one on top. */
  async click(name: string): Promise<void> {
    this.control(name).click();
    await this.settle();
  }

  /** Chooses from the menu of a button. */
  async choose(button: string, item: string): Promise<void> {
    await this.click(button);
    await this.click(item);
  }

  control(name: string): HTMLElement {
    const all = [...document.querySelectorAll<HTMLElement>('button, a, mat-option, input[type=checkbox]')];
    const named = (element: HTMLElement) => element.getAttribute('aria-label') ?? words(element);
    const found = all.filter((element) => named(element) === name).at(-1);
    if (!found) throw new Error(`There is no "${name}" among ${all.map(named).join(' | ')}`);
    return found;
  }

  /** Writes into the field of this label. */
  async write(label: string, text: string): Promise<void> {
    const labels = [...document.querySelectorAll('label')];
    const id = labels.filter((element) => words(element) === label).at(-1)?.htmlFor;
    const byLabel = id ? document.getElementById(id) : document.querySelector(`input[aria-label="${label}"]`);
    if (!(byLabel instanceof HTMLInputElement || byLabel instanceof HTMLTextAreaElement)) {
      throw new Error(`There is no field "${label}"`);
    }
    byLabel.value = text;
    byLabel.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settle();
  }

  /** Chooses from the list of the field of this label. */
  async select(label: string, option: string): Promise<void> {
    const labels = [...document.querySelectorAll('.field-label')];
    const field = labels.find((element) => words(element) === label)?.parentElement;
    field?.querySelector<HTMLElement>('.mat-mdc-select-trigger')?.click();
    await this.settle();
    await this.click(option);
  }

  /** Lets everything happen that needs no answer of the API; waiting for stability would wait for that too. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 4; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** What stands in the last element that fits; '' when there is none. */
  text(selector: string): string {
    const last = [...document.querySelectorAll(selector)].at(-1);
    return last ? words(last) : '';
  }

  texts(selector: string): string[] {
    return [...document.querySelectorAll(selector)].map((element) => words(element));
  }

  /** The questions and forms that stand above the page. */
  dialogs(): number {
    return document.querySelectorAll('mat-dialog-container').length;
  }
}

/** What is read, piece by piece, with single spaces. */
function words(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push((walker.currentNode.nodeValue ?? '').replace(/\s+/g, ' ').trim());
  return pieces.filter(Boolean).join(' ');
}
