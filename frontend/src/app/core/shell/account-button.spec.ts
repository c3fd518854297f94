import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { provideRouter } from '@angular/router';
import { problemInterceptor } from '../problem-interceptor';
import { FakePageLoad, FakeTabs, provideFakes } from '../testing/fakes';
import { signInAs } from '../testing/sign-in';
import { windowOf } from '../testing/window-width';
import { AccountButton } from './account-button';

describe('the account menu', () => {
  let http: HttpTestingController;
  let pageLoad: FakePageLoad;
  let button: ComponentFixture<AccountButton>;

  beforeEach(async () => {
    localStorage.clear();
    windowOf(1024);
    pageLoad = new FakePageLoad();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(pageLoad, new FakeTabs()),
        provideRouter([]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    signInAs({ role: 'admin' });
    button = TestBed.createComponent(AccountButton);
    document.body.append(button.nativeElement as Node);
    await settle();
  });

  afterEach(async () => {
    TestBed.inject(MatSnackBar).dismiss();
    await settle();
  });

  it('opens at the first click, although it comes later, and names whose it is', async () => {
    expect(avatar().getAttribute('aria-label')).toBe('Account of Mina Park');
    expect(avatar().getAttribute('aria-expanded')).toBe('false');
    await open();

    expect(menu().getAttribute('aria-label')).toBe('Mina Park, mina.park, Administrator');
    expect(avatar().getAttribute('aria-expanded')).toBe('true');
    expect(items()).toEqual([
      'Canned answers',
      'Password',
      'Signature',
      'API tokens',
      'Sessions',
      'System theme',
      'Light theme',
      'Dark theme',
      'Keyboard shortcuts',
      'Sign out',
    ]);
  });

  it('opens again at the next click', async () => {
    await open();
    await click('Keyboard shortcuts');
    expect(document.querySelector('[role="menu"]')).toBeNull();

    await open();
    expect(menu()).not.toBeNull();
  });

  it('chooses the theme, and shows which one it is', async () => {
    await open();
    expect(checked()).toEqual(['System theme']);
    await click('Dark theme');
    await open();

    expect(checked()).toEqual(['Dark theme']);
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await click('System theme');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('signs out, and loads the sign-in page afresh', async () => {
    await open();
    await click('Sign out');
    expect(pageLoad.gone).toEqual([]);
    http.expectOne({ method: 'POST', url: '/api/auth/logout' }).flush(null);

    expect(pageLoad.gone).toEqual(['/sign-in']);
  });

  it('says when signing out did not work', async () => {
    await open();
    await click('Sign out');
    http.expectOne('/api/auth/logout').error(new ProgressEvent('error'));
    await settle();

    expect(document.querySelector('desk-snack-message')?.textContent).toContain('You are still signed in.');
    expect(pageLoad.gone).toEqual([]);
  });

  function avatar(): HTMLButtonElement {
    return (button.nativeElement as HTMLElement).querySelector('button')!;
  }

  function menu(): Element {
    return document.querySelector('[role="menu"]')!;
  }

  function items(selector = '[role^="menuitem"]'): string[] {
    return [...menu().querySelectorAll(selector)].map((item) => item.textContent.trim());
  }

  function checked(): string[] {
    return items('[role="menuitemradio"][aria-checked="true"]');
  }

  async function open(): Promise<void> {
    avatar().click();
    await settle();
  }

  async function click(name: string): Promise<void> {
    [...menu().querySelectorAll<HTMLElement>('[role^="menuitem"]')]
      .find((item) => item.textContent.trim() === name)!
      .click();
    await settle();
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 4; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
});
