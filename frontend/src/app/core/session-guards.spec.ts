import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Account } from '../api/model';
import { problemInterceptor } from './problem-interceptor';
import { adminOnly, mustChoosePassword, signedIn, signedOut } from './session-guards';
import { FakePageLoad, FakeTabs, aProblem, provideFakes } from './testing/fakes';
import { anAccount } from './testing/sign-in';

@Component({ template: 'a page' })
class Page {}

@Component({ template: 'for admins' })
class AdminPage {}

@Component({ template: 'not for agents' })
class NotForAgents {}

describe('the way to a page', () => {
  let http: HttpTestingController;
  let adminPagesLoaded: number;

  beforeEach(() => {
    adminPagesLoaded = 0;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(new FakePageLoad(), new FakeTabs()),
        provideRouter([
          { path: 'sign-in', canActivate: [signedOut], component: Page },
          { path: 'choose-password', canActivate: [mustChoosePassword], component: Page },
          {
            path: '',
            canMatch: [signedIn],
            children: [
              { path: '', pathMatch: 'full', component: Page },
              {
                path: 'admin',
                canMatch: [adminOnly],
                loadChildren: () => ((adminPagesLoaded += 1), [{ path: '**', component: AdminPage }]),
              },
              { path: 'admin', children: [{ path: '**', component: NotForAgents }] },
              { path: '**', component: Page },
            ],
          },
        ]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });

  describe('of somebody who is not signed in', () => {
    it.each([
      ['/tickets/7?status=open', '/sign-in?return=%2Ftickets%2F7%3Fstatus%3Dopen'],
      ['/', '/sign-in'],
      ['/choose-password?return=%2Ftickets', '/sign-in?return=%2Ftickets'],
      ['/sign-in?return=%2Ftickets', '/sign-in?return=%2Ftickets'],
    ])('%s leads to %s', async (url, end) => {
      expect(await go(url, null)).toBe(end);
    });

    it('to the admin pages loads none of their code', async () => {
      expect(await go('/admin/users', null)).toBe('/sign-in?return=%2Fadmin%2Fusers');
      expect(adminPagesLoaded).toBe(0);
    });
  });

  describe('of somebody who must choose a password', () => {
    it.each([
      ['/tickets?search=x', '/choose-password?return=%2Ftickets%3Fsearch%3Dx'],
      ['/sign-in?return=%2Fdashboard', '/choose-password?return=%2Fdashboard'],
      ['/choose-password?return=%2Fdashboard', '/choose-password?return=%2Fdashboard'],
    ])('%s leads to %s', async (url, end) => {
      expect(await go(url, anAccount({ must_change_password: true }))).toBe(end);
    });
  });

  describe('of an agent', () => {
    it.each([
      ['/tickets?status=open', '/tickets?status=open'],
      ['/sign-in', '/'],
      ['/sign-in?return=%2Ftickets%3Fstatus%3Dopen', '/tickets?status=open'],
      ['/sign-in?return=%2F%2Fevil.example', '/'],
      ['/sign-in?return=https%3A%2F%2Fevil.example', '/'],
      ['/choose-password?return=%2Fdashboard', '/dashboard'],
    ])('%s leads to %s', async (url, end) => {
      expect(await go(url, anAccount())).toBe(end);
    });

    it.each(['/admin', '/admin/users/3'])('%s says that it is for admins, without loading their code', async (url) => {
      expect(await go(url, anAccount())).toBe(url);
      expect(document.body.textContent).toContain('not for agents');
      expect(adminPagesLoaded).toBe(0);
    });
  });

  it('of an admin leads to the admin pages', async () => {
    await go('/admin/users', anAccount({ role: 'admin' }));

    expect(document.body.textContent).toContain('for admins');
  });

  async function go(url: string, account: Account | null): Promise<string> {
    document.body.innerHTML = '';
    const harness = await RouterTestingHarness.create();
    document.body.append(harness.fixture.nativeElement as Node);
    const arrived = harness.navigateByUrl(url);
    await new Promise((resolve) => setTimeout(resolve));
    const call = http.expectOne('/api/auth/me');
    if (account) call.flush({ user: account });
    else call.flush(...aProblem(401, 'unauthenticated'));
    await arrived;
    return TestBed.inject(Router).url;
  }
});
