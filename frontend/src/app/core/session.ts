import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Observable, catchError, of, tap, throwError } from 'rxjs';
import { AuthApi } from '../api/auth-api';
import { Connection } from '../api/connection';
import type { Account } from '../api/model';
import { type ProblemError, problemOf } from '../api/problem-error';
import { SessionTabs } from './session-tabs';

/**
 * Who is signed in. Asked once, before the first page is shown. When a session ends while somebody works, they stay
 * `user` until they have signed in again or left: what they have on the screen is still theirs.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(AuthApi);
  private readonly tabs = inject(SessionTabs);
  private readonly account = signal<Account | null>(null);
  private readonly answered = signal(false);
  private readonly problem = signal<ProblemError | null>(null);
  private readonly asked = signal(false);
  private readonly firstAnswer = Promise.withResolvers<void>();

  /** Null for somebody who is not signed in, and as long as that is not known. */
  readonly user = this.account.asReadonly();
  readonly isAdmin = computed(() => this.account()?.role === 'admin');
  /** It is known who is signed in, if anybody. */
  readonly known = this.answered.asReadonly();
  /** Somebody needs to know who is signed in; a page that is for everybody never does. */
  readonly wanted = this.asked.asReadonly();
  /** Somebody needs to know, and the server has not answered yet. */
  readonly waiting = computed(() => this.asked() && !this.answered() && !this.problem());
  /** Why it could not be found out. */
  readonly failure = this.problem.asReadonly();
  /** How often a session began on this page; a call that was sent before the last time deserves another try. */
  beginnings = 0;

  constructor() {
    inject(Connection)
      .back.pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (this.problem()?.outOfReach) this.ask();
      });
  }

  /** Settles when it is known who is signed in; as long as the server does not say, it waits for it to be back. */
  whenKnown(): Promise<void> {
    if (!this.asked()) this.ask();
    return this.firstAnswer.promise;
  }

  retry(): void {
    this.ask();
  }

  /** Somebody has signed in on this page. */
  begin(account: Account): void {
    this.beginnings += 1;
    this.know(account);
    this.tabs.tell(account.id);
  }

  /** The same person, as the server knows them now. */
  update(account: Account): void {
    this.account.set(account);
  }

  /** Who is signed in by what the server knows now; null for nobody. Changes nothing here. */
  onServer(): Observable<Account | null> {
    return this.api
      .me()
      .pipe(catchError((error: unknown) => (problemOf(error)?.status === 401 ? of(null) : throwError(() => error))));
  }

  /** Ends the session in every tab of this browser. One that was over already counts as ended. */
  signOut(): Observable<unknown> {
    return this.api.signOut().pipe(
      catchError((error: unknown) => (problemOf(error)?.status === 401 ? of(null) : throwError(() => error))),
      tap(() => {
        this.account.set(null);
        this.tabs.tell(null);
      }),
    );
  }

  private ask(): void {
    this.asked.set(true);
    this.problem.set(null);
    this.onServer().subscribe({
      next: (account) => this.know(account),
      error: (error: unknown) => {
        const problem = problemOf(error);
        if (problem) this.problem.set(problem);
        else this.know(null);
      },
    });
  }

  private know(account: Account | null): void {
    this.account.set(account);
    this.answered.set(true);
    this.firstAnswer.resolve();
  }
}
