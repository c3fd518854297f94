import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import type {
  Account,
  AccountSession,
  AccountSessionList,
  ApiToken,
  ApiTokenList,
  CreatedApiToken,
  NewApiToken,
  Signature,
} from './model';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const SESSIONS_URL = '/api/auth/sessions';
const SIGNATURE_URL = '/api/auth/signature';
const TOKENS_URL = '/api/auth/tokens';

/** What people do with their own account. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);

  /** Also ends the person's other sessions. Fields that the API refuses: `current_password`, `new_password`. */
  changePassword(current_password: string, new_password: string): Observable<Account> {
    return this.http
      .post<{ user: Account }>('/api/auth/password', { current_password, new_password })
      .pipe(map(({ user }) => user));
  }

  /** Where the person is signed in, newest first. Call it in an injection context. */
  sessions(): HttpResourceRef<readonly AccountSession[] | undefined> {
    const sessions = httpResource(() => SESSIONS_URL, { parse: (body) => (body as AccountSessionList).results });
    return follow(reloadWhenBack(sessions), ['account.changed']);
  }

  endSession(id: string): Observable<unknown> {
    return this.http.delete(`${SESSIONS_URL}/${id}`);
  }

  /** The person's own. Call it in an injection context. */
  signature(): HttpResourceRef<Signature | undefined> {
    return reloadWhenBack(httpResource<Signature>(() => SIGNATURE_URL));
  }

  /** '' for none. Fields that the API refuses: `text`. */
  saveSignature(text: string): Observable<Signature> {
    return this.http.put<Signature>(SIGNATURE_URL, { text });
  }

  /** The person's tokens that are not revoked, newest first. Call it in an injection context. */
  tokens(): HttpResourceRef<readonly ApiToken[] | undefined> {
    const tokens = httpResource(() => TOKENS_URL, { parse: (body) => (body as ApiTokenList).results });
    return follow(reloadWhenBack(tokens), ['account.changed']);
  }

  createToken(token: NewApiToken): Observable<CreatedApiToken> {
    return this.http.post<CreatedApiToken>(TOKENS_URL, token);
  }

  revokeToken(id: string): Observable<unknown> {
    return this.http.delete(`${TOKENS_URL}/${id}`);
  }
}
