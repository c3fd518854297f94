import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import { Live } from '../api/live/live';
import { problemInterceptor } from './problem-interceptor';
import { Session } from './session';
import { SessionWatch } from './session-watch';
import { SignInAgain } from './sign-in-again';
import { FakePageLoad, FakeTabs, aProblem, provideFakes } from './testing/fakes';
import { anAccount, signInAs } from './testing/sign-in';

@Component({ template: '' })
class Page {}

describe('what happens to the session elsewhere', () => {
  let http: HttpTestingController;
  let pageLoad: FakePageLoad;
  let tabs: FakeTabs;
  const signInAgain = { ask: jest.fn(() => Promise.resolve(true)), doneElsewhere: jest.fn() };

  beforeEach(() => {
    jest.clearAllMocks();
    pageLoad = new FakePageLoad();
    tabs = new FakeTabs();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(pageLoad, tabs),
        provideRouter([{ path: '**', component: Page }]),
        { provide: SignInAgain, useValue: signInAgain },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(SessionWatch).start();
  });

  it('signs this tab out when another one does', async () => {
    await work();
    tabs.heard.next(null);

    expect(pageLoad.gone).toEqual(['/sign-in?return=%2Ftickets']);
  });

  it('starts this tab afresh when another one signs somebody else in', async () => {
    await work();
    tabs.heard.next(2);

    expect(pageLoad.gone).toEqual(['/']);
  });

  it('lets this tab go on when another one signs the same person in', async () => {
    await work();
    tabs.heard.next(1);

    expect(signInAgain.doneElsewhere).toHaveBeenCalled();
    expect(pageLoad.gone).toEqual([]);
  });

  it('takes a tab with the sign-in page along', async () => {
    await nobody();
    await TestBed.inject(Router).navigateByUrl('/sign-in?return=%2Fdashboard');
    tabs.heard.next(1);

    expect(pageLoad.gone).toEqual(['/dashboard']);
  });

  it('leaves a sign-in page alone when somebody signs out', async () => {
    await TestBed.inject(Router).navigateByUrl('/sign-in');
    tabs.heard.next(null);

    expect(pageLoad.gone).toEqual([]);
  });

  it.each([null, 1])('leaves a page alone that is for everybody: %s', async (id) => {
    await TestBed.inject(Router).navigateByUrl('/portal/tickets');
    tabs.heard.next(id);

    expect(pageLoad.gone).toEqual([]);
  });

  describe('is found out when the page comes back', () => {
    beforeEach(async () => {
      await work();
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    });

    it('and the session has ended: the person is asked to sign in again', () => {
      http.expectOne('/api/auth/me').flush(...aProblem(401, 'unauthenticated'));

      expect(signInAgain.ask).toHaveBeenCalled();
    });

    it('and somebody else is signed in: the tab starts afresh', () => {
      http.expectOne('/api/auth/me').flush({ user: anAccount({ id: 2 }) });

      expect(pageLoad.gone).toEqual(['/']);
      expect(TestBed.inject(Session).user()?.id).toBe(1);
    });

    it('and the person has another role now', () => {
      http.expectOne('/api/auth/me').flush({ user: anAccount({ role: 'admin' }) });

      expect(TestBed.inject(Session).isAdmin()).toBe(true);
    });

    it('but not while the server does not answer', () => {
      http.expectOne('/api/auth/me').error(new ProgressEvent('error'));

      expect(signInAgain.ask).not.toHaveBeenCalled();
      expect(pageLoad.gone).toEqual([]);
    });
  });

  it('is told at once: the person has another name and role', async () => {
    await work();
    const live = TestBed.inject(Live);
    live.hear({ kind: 'people.changed', ids: [2] });
    http.expectNone('/api/auth/me');
    live.hear({ kind: 'people.changed', ids: [2, 1] });
    http.expectOne('/api/auth/me').flush({ user: anAccount({ display_name: 'Mina Cole', role: 'admin' }) });

    expect(TestBed.inject(Session).user()).toMatchObject({ display_name: 'Mina Cole', role: 'admin' });
  });

  it('is asked for after a gap, in which that may have been told', async () => {
    await work();
    TestBed.inject(Live).tellMissed('besides tickets');
    http.expectOne('/api/auth/me');
  });

  it('is not asked for again within a minute of looking at the tab', async () => {
    await work();
    document.dispatchEvent(new Event('visibilitychange'));
    http.expectNone('/api/auth/me');

    const later = Date.now() + 61_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    document.dispatchEvent(new Event('visibilitychange'));
    http.expectOne('/api/auth/me');
    document.dispatchEvent(new Event('visibilitychange'));
    http.expectNone('/api/auth/me');
    jest.restoreAllMocks();
  });

  async function nobody(): Promise<void> {
    const known = TestBed.inject(Session).whenKnown();
    http.expectOne('/api/auth/me').flush(...aProblem(401, 'unauthenticated'));
    await known;
  }

  async function work(): Promise<void> {
    signInAs();
    await TestBed.inject(Router).navigateByUrl('/tickets');
  }
});
