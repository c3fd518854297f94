import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { App } from './app';
import { problemInterceptor } from './problem-interceptor';
import { signedIn } from './session-guards';
import { SIGN_IN_AGAIN_DIALOG } from './sign-in-again';
import { FakePageLoad, FakeTabs, aProblem, provideFakes } from './testing/fakes';
import { anAccount } from './testing/sign-in';

@Component({ template: 'The tickets' })
class Tickets {}

describe('the start of the app', () => {
  let http: HttpTestingController;
  let app: ComponentFixture<App>;
  let loads: FakePageLoad;
  /** Whether the code of the first page comes. */
  let comes: boolean;

  beforeEach(async () => {
    loads = new FakePageLoad();
    comes = true;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(loads, new FakeTabs()),
        provideRouter([
          { path: 'later', loadComponent: missing },
          { path: '**', canMatch: [signedIn], loadComponent: () => (comes ? Promise.resolve(Tickets) : missing()) },
        ]),
        { provide: SIGN_IN_AGAIN_DIALOG, useValue: () => Promise.reject(new Error('not in this test')) },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    app = TestBed.createComponent(App);
    TestBed.inject(Router)
      .navigateByUrl('/tickets?status=open')
      .catch(() => undefined);
    await settle();
  });

  it('waits until it is known who is signed in', async () => {
    expect(text()).toContain('Loading');
    http.expectOne('/api/auth/me').flush({ user: anAccount() });
    await settle();

    expect(text()).toBe('The tickets');
  });

  it('says so when nobody answers, and goes where it was going once somebody does', async () => {
    http.expectOne('/api/auth/me').flush(...aProblem(503, 'database_unavailable', { detail: 'It is away.' }));
    await settle();
    expect(text()).toContain('The desk cannot be reached');
    expect(text()).toContain('It is away.');

    (app.nativeElement as HTMLElement).querySelector('button')!.click();
    http.expectOne('/api/auth/me').flush({ user: anAccount() });
    await settle();
    expect(text()).toBe('The tickets');
    expect(TestBed.inject(Router).url).toBe('/tickets?status=open');
  });

  it('says so when a part of the first page does not come, and loads it again where it was going', async () => {
    comes = false;
    http.expectOne('/api/auth/me').flush({ user: anAccount() });
    await settle();
    expect(text()).toContain('The desk could not be loaded');

    (app.nativeElement as HTMLElement).querySelector('button')!.click();
    expect(loads.gone).toEqual(['/tickets?status=open']);
  });

  it('leaves the page where it is when a part of a later one does not come', async () => {
    http.expectOne('/api/auth/me').flush({ user: anAccount() });
    await settle();
    await TestBed.inject(Router)
      .navigateByUrl('/later')
      .catch(() => undefined);
    await settle();

    expect(text()).toBe('The tickets');
  });

  function missing(): Promise<never> {
    return Promise.reject(new Error('It did not come'));
  }

  function text(): string {
    return (app.nativeElement as HTMLElement).textContent.trim();
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      app.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
});
