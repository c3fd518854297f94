import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { Router, provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { AuthApi } from '../api/auth-api';
import type { Account } from '../api/model';
import { problemOf } from '../api/problem-error';
import { problemInterceptor } from './problem-interceptor';
import { Session } from './session';
import { sessionInterceptor } from './session-interceptor';
import { SIGN_IN_AGAIN_DIALOG, SignInAgain } from './sign-in-again';
import { FakePageLoad, FakeTabs, aProblem, provideFakes } from './testing/fakes';
import { anAccount, signInAs } from './testing/sign-in';

@Component({ template: 'Sign in again' })
class SignInDialog {
  static shown: SignInDialog[] = [];
  readonly account = inject<Account>(MAT_DIALOG_DATA);
  readonly dialog = inject<MatDialogRef<SignInDialog, Account>>(MatDialogRef);

  constructor() {
    SignInDialog.shown.push(this);
  }
}

@Component({ template: '' })
class Page {}

describe('a call after the session has ended', () => {
  let http: HttpTestingController;
  let pageLoad: FakePageLoad;
  let loadDialog: () => Promise<typeof SignInDialog>;

  beforeEach(async () => {
    SignInDialog.shown = [];
    pageLoad = new FakePageLoad();
    loadDialog = () => Promise.resolve(SignInDialog);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor, problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(pageLoad, new FakeTabs()),
        provideRouter([{ path: '**', component: Page }]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: SIGN_IN_AGAIN_DIALOG, useValue: () => loadDialog() },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    signInAs();
    await TestBed.inject(Router).navigateByUrl('/tickets?status=open');
  });

  afterEach(async () => {
    TestBed.inject(MatDialog).closeAll();
    await settle();
  });

  it('waits until the same person has signed in again, and gets its answer', async () => {
    const answer = post('/api/tickets', { title: 'Half written' });
    await refuse('/api/tickets');
    expect(dialog().account).toEqual(anAccount());
    http.expectNone('/api/tickets');

    await signIn(anAccount());
    const repeated = http.expectOne('/api/tickets');
    expect(repeated.request.body).toEqual({ title: 'Half written' });
    repeated.flush({ id: 7 });
    expect(await answer).toEqual({ id: 7 });
    expect(pageLoad.gone).toEqual([]);
  });

  it('shares one dialog with all others', async () => {
    const answers = [get('/api/tickets'), get('/api/categories')];
    await refuse('/api/tickets');
    await refuse('/api/categories');
    expect(SignInDialog.shown).toHaveLength(1);

    await signIn(anAccount());
    http.expectOne('/api/tickets').flush('a');
    http.expectOne('/api/categories').flush('b');
    expect(await Promise.all(answers)).toEqual(['a', 'b']);
  });

  it('is repeated at once when its refusal comes after somebody has signed in again', async () => {
    const answers = [get('/api/tickets'), get('/api/categories')];
    const late = http.expectOne('/api/categories');
    await refuse('/api/tickets');
    await signIn(anAccount());
    http.expectOne('/api/tickets').flush('a');
    late.flush(...aProblem(401, 'unauthenticated'));
    await settle();

    expect(SignInDialog.shown).toHaveLength(1);
    http.expectOne('/api/categories').flush('b');
    expect(await Promise.all(answers)).toEqual(['a', 'b']);
  });

  it('is repeated only once', async () => {
    const answer = get('/api/tickets');
    await refuse('/api/tickets');
    await signIn(anAccount());
    await refuse('/api/tickets');

    expect(await answer).toBe('unauthenticated');
    expect(SignInDialog.shown).toHaveLength(1);
  });

  it('opens the dialog again when that session ends as well', async () => {
    const first = get('/api/tickets');
    await refuse('/api/tickets');
    await signIn(anAccount());
    http.expectOne('/api/tickets').flush('a');
    await first;
    void get('/api/tickets');
    await refuse('/api/tickets');

    expect(SignInDialog.shown).toHaveLength(2);
  });

  it('is never repeated in the name of somebody else, who starts afresh', async () => {
    const answer = post('/api/tickets', {});
    await refuse('/api/tickets');
    await signIn(anAccount({ id: 2 }));

    http.expectNone('/api/tickets');
    expect(await answer).toBe('unauthenticated');
    expect(pageLoad.gone).toEqual(['/']);
    // Until then, what is on the screen belongs to the first.
    expect(TestBed.inject(Session).user()?.id).toBe(1);
  });

  it('fails when the person leaves for the sign-in page', async () => {
    const answer = get('/api/tickets');
    await refuse('/api/tickets');
    await signIn(undefined);

    expect(await answer).toBe('unauthenticated');
    expect(pageLoad.gone).toEqual(['/sign-in?return=%2Ftickets%3Fstatus%3Dopen']);
  });

  it('is repeated when the person has signed in in another tab', async () => {
    const answer = get('/api/tickets');
    await refuse('/api/tickets');
    TestBed.inject(SignInAgain).doneElsewhere();
    await settle();
    http.expectOne('/api/tickets').flush('a');

    expect(await answer).toBe('a');
  });

  it('fails when the dialog cannot be loaded, and the next one tries again', async () => {
    loadDialog = () => Promise.reject(new Error('offline'));
    const answer = get('/api/tickets');
    await refuse('/api/tickets');
    expect(await answer).toBe('unauthenticated');

    loadDialog = () => Promise.resolve(SignInDialog);
    void get('/api/tickets');
    await refuse('/api/tickets');
    expect(SignInDialog.shown).toHaveLength(1);
  });

  it('leads a person with a new one-time password to choose their own, without being repeated', async () => {
    const answer = get('/api/tickets');
    await refuse('/api/tickets');
    await signIn(anAccount({ must_change_password: true }));
    await settle();

    expect(await answer).toBe('unauthenticated');
    expect(TestBed.inject(Router).url).toBe('/choose-password?return=%2Ftickets%3Fstatus%3Dopen');
  });

  it('asks nobody for a password who is not signed in here', async () => {
    TestBed.inject(Session).signOut().subscribe();
    http.expectOne('/api/auth/logout').flush(null);
    const answer = get('/api/tickets');
    await refuse('/api/tickets');

    expect(await answer).toBe('unauthenticated');
    expect(SignInDialog.shown).toHaveLength(0);
  });

  it('about the session itself only fails', async () => {
    const answer = firstValueFrom(TestBed.inject(AuthApi).me()).catch((error: unknown) => problemOf(error)?.code);
    await refuse('/api/auth/me');

    expect(await answer).toBe('unauthenticated');
    expect(SignInDialog.shown).toHaveLength(0);
  });

  it.each([
    [401, 'invalid_credentials'],
    [403, 'forbidden'],
    [500, 'internal_error'],
  ])('is not what %d %s means', async (status, code) => {
    const answer = get('/api/tickets');
    http.expectOne('/api/tickets').flush(...aProblem(status, code));
    await settle();

    expect(await answer).toBe(code);
    expect(SignInDialog.shown).toHaveLength(0);
  });

  it('refused until a password is chosen leads to that page', async () => {
    const answer = get('/api/tickets');
    http.expectOne('/api/tickets').flush(...aProblem(403, 'password_change_required'));
    await settle();

    expect(await answer).toBe('password_change_required');
    expect(TestBed.inject(Session).user()?.must_change_password).toBe(true);
    expect(TestBed.inject(Router).url).toBe('/choose-password?return=%2Ftickets%3Fstatus%3Dopen');
  });

  function get(url: string): Promise<unknown> {
    return outcome(TestBed.inject(HttpClient).get(url));
  }

  function post(url: string, body: object): Promise<unknown> {
    return outcome(TestBed.inject(HttpClient).post(url, body));
  }

  /** The answer, or the code of the problem. */
  function outcome(call: ReturnType<HttpClient['get']>): Promise<unknown> {
    return firstValueFrom(call).catch((error: unknown) => problemOf(error)?.code);
  }

  async function refuse(url: string): Promise<TestRequest> {
    const call = http.expectOne(url);
    call.flush(...aProblem(401, 'unauthenticated'));
    await settle();
    return call;
  }

  function dialog(): SignInDialog {
    return SignInDialog.shown.at(-1)!;
  }

  async function signIn(account: Account | undefined): Promise<void> {
    dialog().dialog.close(account);
    await settle();
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 4; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
});
