import { Injectable, inject } from '@angular/core';
import { type Observable, map, tap } from 'rxjs';
import type { AdminUser } from '../../api/admin-model';
import { AdminUsersApi } from '../../api/admin-users-api';
import { People } from '../../api/people';
import { Notifications } from '../../core/notifications';
import { AdminOverview } from '../admin-overview';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { type SavedUser, UserDialog } from './user-dialog';
import { endingWords } from './user-words';

/** What an admin can do to a person, each with its question and its answer. Emits the person as they are then. */
@Injectable()
export class UserActions {
  private readonly api = inject(AdminUsersApi);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);
  private readonly overview = inject(AdminOverview);
  private readonly people = inject(People);

  create(): Observable<AdminUser> {
    return this.dialogs.form<UserDialog, SavedUser>(UserDialog, null).pipe(
      tap(({ user, one_time_password: password }) => {
        if (password) this.tell(user, password, `${user.display_name} was created`);
      }),
      map(({ user }) => user),
      this.followed(),
    );
  }

  edit(user: AdminUser): Observable<AdminUser> {
    return this.dialogs.form<UserDialog, SavedUser>(UserDialog, user).pipe(
      map((saved) => saved.user),
      tap((saved) => this.notifications.show(`${saved.display_name} was changed`)),
      this.followed(),
    );
  }

  deactivate(user: AdminUser, isYou: boolean): Observable<AdminUser> {
    const question = {
      heading: `Deactivate ${user.display_name}?`,
      consequences: [
        ...(isYou ? ['This is you: you are signed out at once, and another admin must let you in again.'] : []),
        `${user.display_name} can no longer sign in. ${endingWords(user)}`,
        'Their tickets and their history stay. You can reactivate them at any time; API tokens do not come back.',
      ],
      confirm: 'Deactivate',
      danger: true,
      run: () => this.api.update(user.id, { active: false }),
    };
    return this.dialogs.confirm(question).pipe(
      tap(() => this.notifications.show(`${user.display_name} was deactivated`)),
      this.followed(),
    );
  }

  reactivate(user: AdminUser): Observable<AdminUser> {
    const question = {
      heading: `Reactivate ${user.display_name}?`,
      consequences: ['They can sign in again with the password they had. Reset it if they no longer know it.'],
      confirm: 'Reactivate',
      danger: false,
      run: () => this.api.update(user.id, { active: true }),
    };
    return this.dialogs.confirm(question).pipe(
      tap(() => this.notifications.show(`${user.display_name} was reactivated`)),
      this.followed(),
    );
  }

  resetPassword(user: AdminUser): Observable<AdminUser> {
    const ending = user.sessions === 0 ? '' : ' They are signed out everywhere.';
    const question = {
      heading: `Reset the password of ${user.display_name}?`,
      consequences: [
        `The password they have stops working.${ending}`,
        'You get a one-time password to hand over; with it they choose a new one.',
      ],
      confirm: 'Reset password',
      danger: false,
      run: () => this.api.resetPassword(user.id),
    };
    return this.dialogs.confirm(question).pipe(
      tap(({ one_time_password: password }) =>
        this.tell(user, password, `The password of ${user.display_name} was reset`),
      ),
      map(() => ({ ...user, must_change_password: true, sessions: 0 })),
      this.followed(),
    );
  }

  private tell(user: AdminUser, value: string, heading: string): void {
    this.dialogs.tell({
      heading,
      label: `One-time password of ${user.username}`,
      value,
      explanation: [
        'Hand it over in a safe way. It is shown only now.',
        'It works for seven days, and at the first sign-in they must choose a password of their own.',
      ],
    });
  }

  /** Names and figures elsewhere follow. */
  private followed<T>() {
    return tap<T>(() => {
      this.people.reload();
      this.overview.reload();
    });
  }
}
