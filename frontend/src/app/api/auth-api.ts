import { HttpClient, type HttpContext, HttpContextToken } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import { answerWithin } from './answer-within';
import type { Account } from './model';

/** Marks the calls that begin, end or ask for the session: their 401 is an answer, not the end of a session. */
export const ABOUT_THE_SESSION = new HttpContextToken(() => false);

const ANSWER_MS = 15_000;

/** Who is signed in, and how that begins and ends. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class AuthApi {
  private readonly http = inject(HttpClient);

  /** The person behind this browser's cookie; fails as `unauthenticated` (401) without one. */
  me(): Observable<Account> {
    return this.http.get<{ user: Account }>('/api/auth/me', context()).pipe(map(({ user }) => user));
  }

  /** Fails as `invalid_credentials` (401), `password_expired` (403) or `too_many_requests` (429). */
  signIn(username: string, password: string): Observable<Account> {
    return this.http
      .post<{ user: Account }>('/api/auth/login', { username, password }, context())
      .pipe(map(({ user }) => user));
  }

  signOut(): Observable<unknown> {
    return this.http.post<unknown>('/api/auth/logout', null, context());
  }
}

function context(): { context: HttpContext } {
  return { context: answerWithin(ANSWER_MS).set(ABOUT_THE_SESSION, true) };
}
