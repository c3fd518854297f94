import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import { AuthApi } from '../../api/auth-api';
import type { Account } from '../../api/model';
import { type ProblemError, problemOf } from '../../api/problem-error';
import { signInWords } from './sign-in-words';

/** One attempt to sign in after the other, and why the last one failed. */
@Injectable()
export class SignInAttempt {
  private readonly api = inject(AuthApi);
  private readonly failed = signal(false);
  private readonly problem = signal<ProblemError | null>(null);
  private readonly secondsLeft = signal(0);
  private timer: ReturnType<typeof setInterval> | undefined;

  /** Null while nothing is wrong. Counts the wait down after too many attempts. */
  readonly message = computed(() => (this.failed() ? signInWords(this.problem(), this.secondsLeft()) : null));
  /** It passes by itself, so it is not the person's mistake. */
  readonly waiting = computed(() => this.problem()?.code === 'too_many_requests');

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
  }

  send(username: string, password: string): Observable<Account> {
    this.failed.set(false);
    return this.api.signIn(username, password).pipe(tap({ error: (error: unknown) => this.fail(problemOf(error)) }));
  }

  private fail(problem: ProblemError | null): void {
    this.problem.set(problem);
    this.failed.set(true);
    this.countDown(problem?.code === 'too_many_requests' ? (problem.retryAfterSeconds ?? 60) : 0);
  }

  private countDown(seconds: number): void {
    clearInterval(this.timer);
    this.secondsLeft.set(seconds);
    if (seconds === 0) return;
    const end = Date.now() + seconds * 1000;
    this.timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      this.secondsLeft.set(left);
      if (left === 0) clearInterval(this.timer);
    }, 1000);
  }
}
