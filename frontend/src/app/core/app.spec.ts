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

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(new FakePageLoad(), new FakeTabs()),
        provideRouter([{ path: '**', canMatch: [signedIn], component: Tickets }]),
        { provide: SIGN_IN_AGAIN_DIALOG, useValue: () => Promise.reject(new Error('not in this test')) },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    app = TestBed.createComponent(App);
    void TestBed.inject(Router).navigateByUrl('/tickets?status=open');
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
