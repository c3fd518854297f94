import { Injectable, inject } from '@angular/core';
import { type Observable, map, tap } from 'rxjs';
import type { AdminToken } from '../../api/admin-model';
import { AdminTokensApi } from '../../api/admin-tokens-api';
import { People } from '../../api/people';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { AdminOverview } from '../admin-overview';
import { withinSentence } from '../../ui/author';
import { isolated } from '../../ui/isolated';

/** What an admin can do to somebody's token, with its question and its answer. */
@Injectable()
export class TokenActions {
  private readonly api = inject(AdminTokensApi);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);
  private readonly overview = inject(AdminOverview);
  private readonly people = inject(People);

  /** Emits its id once it is gone. */
  revoke({ id, name, user }: AdminToken): Observable<string> {
    const question = {
      heading: `Revoke “${name}”?`,
      consequences: [
        `What works with this token of ${withinSentence(this.people.name(user))} gets no answer any more, from the next call on.`,
        'This cannot be undone; a new token can be made in its place.',
      ],
      confirm: 'Revoke',
      danger: true,
      run: () => this.api.revoke(id),
    };
    return this.dialogs.confirm(question).pipe(
      tap(() => {
        this.overview.reload();
        this.notifications.show(`The token “${isolated(name)}” was revoked`);
      }),
      map(() => id),
    );
  }
}
