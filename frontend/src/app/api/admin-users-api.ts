import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type {
  AdminUser,
  ChangedUser,
  CreatedUser,
  NewUser,
  PasswordReset,
  UserFilter,
  UserUpdate,
} from './admin-model';
import { ifMatch } from './if-match';
import { Pages } from './page';

const USERS_URL = '/api/admin/users';

/** The people who may sign in. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminUsersApi {
  private readonly http = inject(HttpClient);

  /** By username. */
  readonly pages = new Pages<AdminUser, UserFilter>(this.http, USERS_URL);

  /** Refused as `username_taken` (409), with the field named, when another has this name. */
  create(user: NewUser): Observable<CreatedUser> {
    return this.http.post<CreatedUser>(USERS_URL, user);
  }

  fetch(id: number): Observable<AdminUser> {
    return this.http.get<AdminUser>(`${USERS_URL}/${id}`);
  }

  /**
   * Refused as `last_admin` (409) when no active admin would be left, and with the version that was seen as `stale_version`
   * (412) when somebody else was faster.
   */
  update(id: number, update: UserUpdate, seen?: number): Observable<ChangedUser> {
    const headers = seen === undefined ? {} : ifMatch(seen);
    return this.http.patch<ChangedUser>(`${USERS_URL}/${id}`, update, { headers });
  }

  /** Gives a one-time password and ends the person's sessions. */
  resetPassword(id: number): Observable<PasswordReset> {
    return this.http.post<PasswordReset>(`${USERS_URL}/${id}/password-reset`, {});
  }
}
