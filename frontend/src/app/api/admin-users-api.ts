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

  /** Refused as `last_admin` (409) when no active admin would be left. */
  update(id: number, update: UserUpdate): Observable<ChangedUser> {
    return this.http.patch<ChangedUser>(`${USERS_URL}/${id}`, update);
  }

  /** Gives a one-time password and ends the person's sessions. */
  resetPassword(id: number): Observable<PasswordReset> {
    return this.http.post<PasswordReset>(`${USERS_URL}/${id}/password-reset`, {});
  }
}
