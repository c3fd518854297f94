import { Injectable, inject } from '@angular/core';
import { filter, merge } from 'rxjs';
import { Live } from '../api/live/live';
import type { LiveEvent } from '../api/live/live-event';
import type { Account } from '../api/model';
import { FreshStart } from './fresh-start';
import { PageReturn } from './page-return';
import { Session } from './session';
import { SessionTabs } from './session-tabs';
import { SignInAgain } from './sign-in-again';

/**
 * Notices that the session is another one than this page believes: another tab signed out or signed somebody in, or
 * it ended while nobody looked, or at this moment. Nobody goes on in another person's name. And that an admin gave the person
 * another name or role.
 */
@Injectable({ providedIn: 'root' })
export class SessionWatch {
  private readonly freshStart = inject(FreshStart);
  private readonly live = inject(Live);
  private readonly pageReturn = inject(PageReturn);
  private readonly session = inject(Session);
  private readonly signInAgain = inject(SignInAgain);
  private readonly tabs = inject(SessionTabs);

  /** Watches as long as the app lives. */
  start(): void {
    this.tabs.heard.subscribe((id) => this.heardOf(id));
    const { ended, missed, events } = this.live;
    const changed = events.pipe(filter((event) => this.isOfUser(event)));
    merge(this.pageReturn.moments, ended, missed, changed).subscribe(() => this.recheck());
  }

  private isOfUser(event: LiveEvent): boolean {
    const user = this.session.user();
    return user !== null && event.kind === 'people.changed' && event.ids.includes(user.id);
  }

  private heardOf(id: number | null): void {
    // A page that is for everybody goes on whoever signs in.
    if (!this.session.wanted() && !this.session.known()) return;
    const user = this.session.user();
    if (id === user?.id) this.signInAgain.doneElsewhere();
    else if (id === null) this.leave();
    else if (user) this.freshStart.atHome();
    else this.freshStart.whereWanted();
  }

  private recheck(): void {
    if (!this.session.known()) return;
    this.session.onServer().subscribe({
      next: (account) => (account ? this.found(account) : this.foundNobody()),
      // Nothing is known then, and nothing changes.
      error: () => undefined,
    });
  }

  private found(account: Account): void {
    this.heardOf(account.id);
    if (account.id === this.session.user()?.id) this.session.update(account);
  }

  private foundNobody(): void {
    if (this.session.user()) void this.signInAgain.ask();
    else this.leave();
  }

  private leave(): void {
    if (!this.freshStart.isOpen) this.freshStart.atSignIn();
  }
}
