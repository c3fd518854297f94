import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, type Routes, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { problemInterceptor } from '../../core/problem-interceptor';
import { FakePageLoad, FakeTabs, provideFakes } from '../../core/testing/fakes';
import { windowOf } from '../../core/testing/window-width';

@Component({ template: 'The page that was wanted' })
class Wanted {}

/** A page of the account room as a person meets it, with an API that the test plays. */
export class AccountPage {
  readonly pageLoad = new FakePageLoad();
  readonly http: HttpTestingController;

  constructor(routes: Routes, providers: readonly (Provider | EnvironmentProviders)[] = []) {
    document.body.innerHTML = '';
    windowOf(1024);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(this.pageLoad, new FakeTabs()),
        provideRouter([...routes, { path: '**', component: Wanted }], withComponentInputBinding()),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        ...providers,
      ],
    });
    this.http = TestBed.inject(HttpTestingController);
  }

  async open(url: string): Promise<void> {
    const harness = await RouterTestingHarness.create();
    document.body.append(harness.fixture.nativeElement as Node);
    await harness.navigateByUrl(url);
    await this.settle();
  }

  /** Goes to another address of the same app. */
  async navigate(url: string): Promise<void> {
    await TestBed.inject(Router).navigateByUrl(url);
    await this.settle();
  }

  async leave(): Promise<void> {
    TestBed.inject(MatDialog).closeAll();
    TestBed.inject(MatSnackBar).dismiss();
    await this.settle();
  }

  get address(): string {
    return TestBed.inject(Router).url;
  }

  /** The field with this label. */
  field(label: string): HTMLInputElement {
    const labels = [...document.querySelectorAll<HTMLLabelElement>('label, legend')];
    const id = labels.find((one) => one.textContent.trim() === label)?.getAttribute('for');
    const field = id && document.getElementById(id);
    if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field "${label}"`);
    return field;
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.field(label);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settle();
  }

  /** Types into the field with this name, of one line or many. */
  async write(name: string, text: string): Promise<void> {
    const field = this.box(name);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settle();
  }

  box(name: string): HTMLInputElement | HTMLTextAreaElement {
    const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim() === name);
    const field = label ? document.getElementById(label.htmlFor) : document.querySelector(`[aria-label="${name}"]`);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field;
    throw new Error(`There is no field "${name}"`);
  }

  /** Clicks the button, link or choice of this name. */
  async click(name: string): Promise<void> {
    const all = [...document.querySelectorAll<HTMLElement>('button, a, [role="menuitem"], label')];
    const nameOf = (one: HTMLElement) =>
      (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim();
    const found = all.findLast((one) => nameOf(one) === name) ?? all.findLast((one) => nameOf(one).startsWith(name));
    if (!found) throw new Error(`There is no "${name}" to click`);
    found.click();
    await this.settle();
  }

  /** As a browser sends it: dialogs go by its number. */
  async pressEscape(): Promise<void> {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
    await this.settle();
  }

  /** What Enter in a field does. */
  async submit(): Promise<void> {
    document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await this.settle();
  }

  async answer(call: TestRequest, body: object | null): Promise<void> {
    call.flush(body);
    await this.settle();
  }

  async refuse(call: TestRequest, problem: Parameters<TestRequest['flush']>): Promise<void> {
    call.flush(...problem);
    await this.settle();
  }

  /** What stands in the first element that fits, with single spaces; '' when there is none. */
  text(selector: string): string {
    return (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  texts(selector: string): string[] {
    return [...document.querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}
