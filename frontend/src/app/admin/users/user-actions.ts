import { Injectable, inject } from '@angular/core';
import { type Observable, map, tap } from 'rxjs';
import type { AdminUser, ChangedUser } from '../../api/admin-model';
import { AdminUsersApi } from '../../api/admin-users-api';
import { People } from '../../api/people';
import { Notifications } from '../../core/notifications';
import { counted } from '../../ui/count-words';
import { AdminOverview } from '../admin-overview';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { isolated } from '../../ui/isolated';
import { type Leaving, LeavingDialog } from './leaving-dialog';
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
        if (password) this.tell(user, password, `${isolated(user.display_name)} was created`);
      }),
      map(({ user }) => user),
      this.followed(),
    );
  }

  edit(user: AdminUser): Observable<AdminUser> {
    return this.dialogs.form<UserDialog, SavedUser>(UserDialog, user).pipe(
      map((saved) => saved.user),
      tap((saved) => this.notifications.show(`${isolated(saved.display_name)} was changed`)),
      this.followed(),
    );
  }

  deactivate(user: AdminUser, isYou: boolean): Observable<AdminUser> {
    const consequences = [
      ...(isYou ? ['This is you: you are signed out at once, and another admin must let you in again.'] : []),
      `${isolated(user.display_name)} can no longer sign in. ${endingWords(user)}`,
      'Their history stays. You can reactivate them at any time; API tokens do not come back.',
    ];
    if (user.unresolved_tickets > 0) return this.leave({ user, consequences });
    const question = {
      heading: `Deactivate ${isolated(user.display_name)}?`,
      consequences,
      confirm: 'Deactivate',
      danger: true,
      run: () => this.api.update(user.id, { active: false }),
    };
    return this.dialogs.confirm(question).pipe(
      tap((left) => this.notifications.show(`${isolated(user.display_name)} was deactivated${stillTheirs(left)}`)),
      this.followed(),
    );
  }

  /** Gives what somebody who has left had still to do to others. */
  handOver(user: AdminUser): Observable<AdminUser> {
    return this.leave({ user, consequences: [] });
  }

  private leave(leaving: Leaving): Observable<AdminUser> {
    const { active, display_name: name } = leaving.user;
    return this.dialogs.form<LeavingDialog, ChangedUser>(LeavingDialog, leaving, '480px').pipe(
      tap((left) => {
        const tickets = left.hand_over_run ? 'their tickets are being handed over' : 'nothing was handed over';
        this.notifications.show(active ? `${name} was deactivated, and ${tickets}` : capital(tickets));
      }),
      // The run is on its way; what it does not reach shows when the list is asked again.
      map((left) => (left.hand_over_run ? { ...left, unresolved_tickets: 0 } : left)),
      this.followed(),
    );
  }

  reactivate(user: AdminUser): Observable<AdminUser> {
    const question = {
      heading: `Reactivate ${isolated(user.display_name)}?`,
      consequences: ['They can sign in again with the password they had. Reset it if they no longer know it.'],
      confirm: 'Reactivate',
      danger: false,
      run: () => this.api.update(user.id, { active: true }),
    };
    return this.dialogs.confirm(question).pipe(
      tap(() => this.notifications.show(`${isolated(user.display_name)} was reactivated`)),
      this.followed(),
    );
  }

  resetPassword(user: AdminUser): Observable<AdminUser> {
    const ending = user.sessions === 0 ? '' : ' They are signed out everywhere.';
    const question = {
      heading: `Reset the password of ${isolated(user.display_name)}?`,
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
        this.tell(user, password, `The password of ${isolated(user.display_name)} was reset`),
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

/** ", with 3 unresolved tickets that are still theirs": some came between the question and the answer. */
function stillTheirs({ unresolved_tickets: left }: AdminUser): string {
  if (left === 0) return '';
  return `, with ${counted(left, 'unresolved ticket')} that ${left === 1 ? 'is' : 'are'} still theirs`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
