import { Injectable, inject } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { FollowersApi } from '../../api/followers-api';
import type { ContactCard } from '../../api/model';
import { Notifications } from '../../core/notifications';
import { Undo } from '../../core/undo';
import { isolated } from '../../ui/isolated';

/** Lets somebody get copies of what is answered to a ticket, or no more of them; either can be taken back. */
@Injectable({ providedIn: 'root' })
export class FollowerEdits {
  private readonly api = inject(FollowersApi);
  private readonly notifications = inject(Notifications);
  private readonly undo = inject(Undo);
  private readonly written = new Subject<number>();

  /** The number of a ticket whose followers are others by now. */
  readonly changed = this.written.asObservable();

  remove(ticket: number, who: ContactCard): void {
    const name = isolated(who.name);
    this.save(ticket, this.api.remove(ticket, who.id), `${name} was not taken out of the copies of #${ticket}`, () =>
      this.offer(`${name} gets no more copies of #${ticket}`, () => this.addAgain(ticket, who)),
    );
  }

  /** Somebody was added. */
  added(ticket: number, who: ContactCard): void {
    this.written.next(ticket);
    this.offer(`${isolated(who.name)} gets copies of #${ticket}`, () => this.removeAgain(ticket, who));
  }

  private addAgain(ticket: number, { id, name }: ContactCard): void {
    this.save(ticket, this.api.add(ticket, { id }), `${isolated(name)} was not added to #${ticket} again`, () =>
      this.notifications.show(`${isolated(name)} gets copies of #${ticket} again`),
    );
  }

  private removeAgain(ticket: number, { id, name }: ContactCard): void {
    this.save(ticket, this.api.remove(ticket, id), `${isolated(name)} still gets copies of #${ticket}`, () =>
      this.notifications.show(`${isolated(name)} gets no copies of #${ticket}, as before`),
    );
  }

  private save(ticket: number, call: Observable<unknown>, failing: string, done: () => void): void {
    call.subscribe({
      next: () => {
        this.written.next(ticket);
        done();
      },
      error: (error: unknown) => this.notifications.showError(failing, error),
    });
  }

  private offer(done: string, takeBack: () => void): void {
    const step = { takeBack };
    this.undo.add(step);
    this.undo.offer(step, done);
  }
}
