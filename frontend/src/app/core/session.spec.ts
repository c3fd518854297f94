import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { problemInterceptor } from './problem-interceptor';
import { Session } from './session';
import { FakePageLoad, FakeTabs, aProblem, provideFakes } from './testing/fakes';
import { anAccount } from './testing/sign-in';

describe('the session', () => {
  let session: Session;
  let http: HttpTestingController;
  let tabs: FakeTabs;

  beforeEach(() => {
    tabs = new FakeTabs();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(new FakePageLoad(), tabs),
      ],
    });
    session = TestBed.inject(Session);
    http = TestBed.inject(HttpTestingController);
  });

  it('is asked for once, however many wait for it', async () => {
    const both = Promise.all([session.whenKnown(), session.whenKnown()]);
    expect(session.waiting()).toBe(true);
    http.expectOne('/api/auth/me').flush({ user: anAccount() });
    await both;

    expect(session.user()).toEqual(anAccount());
    expect(session.waiting()).toBe(false);
    await session.whenKnown();
    http.expectNone('/api/auth/me');
  });

  it('is nobody’s when the API knows nobody', async () => {
    const known = session.whenKnown();
    http.expectOne('/api/auth/me').flush(...aProblem(401, 'unauthenticated'));
    await known;

    expect(session.known()).toBe(true);
    expect(session.user()).toBeNull();
    expect(session.failure()).toBeNull();
  });

  it.each([
    ['the network is away', () => http.expectOne('/api/auth/me').error(new ProgressEvent('error'))],
    ['the database is away', () => http.expectOne('/api/auth/me').flush(...aProblem(503, 'database_unavailable'))],
  ])('stays unknown while %s, until another try', async (_, fail) => {
    const known = session.whenKnown();
    fail();
    expect(session.failure()).not.toBeNull();
    expect(session.known()).toBe(false);

    session.retry();
    expect(session.failure()).toBeNull();
    http.expectOne('/api/auth/me').flush({ user: anAccount({ role: 'admin' }) });
    await known;
    expect(session.isAdmin()).toBe(true);
  });

  it('is asked for again by itself when the desk is back', async () => {
    const known = session.whenKnown();
    http.expectOne('/api/auth/me').error(new ProgressEvent('error'));
    window.dispatchEvent(new Event('online'));
    http.expectOne('/api/auth/me').flush({ user: anAccount() });
    await known;

    expect(session.failure()).toBeNull();
  });

  it('begins in every tab', () => {
    session.begin(anAccount({ id: 5 }));

    expect(session.user()?.id).toBe(5);
    expect(session.beginnings).toBe(1);
    expect(tabs.told).toEqual([5]);
  });

  it.each([
    [
      'the API ends it',
      () => http.expectOne('/api/auth/logout').flush(null, { status: 204, statusText: 'No Content' }),
    ],
    ['it was over already', () => http.expectOne('/api/auth/logout').flush(...aProblem(401, 'unauthenticated'))],
  ])('ends in every tab when %s', async (_, answer) => {
    session.begin(anAccount());
    const out = firstValueFrom(session.signOut());
    answer();
    await out;

    expect(session.user()).toBeNull();
    expect(tabs.told).toEqual([1, null]);
  });

  it('goes on when the API cannot end it', async () => {
    session.begin(anAccount());
    const out = firstValueFrom(session.signOut());
    http.expectOne('/api/auth/logout').error(new ProgressEvent('error'));

    await expect(out).rejects.toMatchObject({ code: 'no_answer' });
    expect(session.user()).not.toBeNull();
    expect(tabs.told).toEqual([1]);
  });
});
