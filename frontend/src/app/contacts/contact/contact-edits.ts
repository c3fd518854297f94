import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Subject } from 'rxjs';
import { ContactsApi } from '../../api/contacts-api';
import type { Contact } from '../../api/model';
import { problemOf } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { Undo } from '../../core/undo';
import { isolated } from '../../ui/isolated';
import type { ChangedContact } from './contact-dialog';
import { backTo } from './contact-form';

/** Takes back what was done to a contact: a change, unless somebody else has changed them since, and that they were merged. */
@Injectable({ providedIn: 'root' })
export class ContactEdits {
  private readonly api = inject(ContactsApi);
  private readonly notifications = inject(Notifications);
  private readonly router = inject(Router);
  private readonly undo = inject(Undo);
  private readonly back = new Subject<Contact>();

  /** Contacts as they are since something was taken back. */
  readonly takenBack = this.back.asObservable();

  changed({ before, after }: ChangedContact): void {
    const patch = backTo(before, after);
    if (Object.keys(patch).length === 0) return;
    this.offer(`${isolated(after.name)} was changed`, () => this.takeBack(after, patch));
  }

  merged(one: Contact, into: Contact): void {
    this.offer(`${isolated(one.name)} was merged into ${isolated(into.name)}`, () => this.takeApart(one));
  }

  /** Each is again who they were, and whoever looks at one of them goes on with who stands alone again. */
  takeApart({ id, name }: Pick<Contact, 'id' | 'name'>): void {
    this.api.undoMerge(id).subscribe({
      next: (contact) => {
        this.back.next(contact);
        this.notifications.show(`${isolated(name)} stands alone again`);
        if (this.router.url.startsWith('/contacts/')) void this.router.navigate(['/contacts', id]);
      },
      error: (error: unknown) => this.notifications.showError('They are still merged', error),
    });
  }

  private offer(done: string, takeBack: () => void): void {
    const step = { takeBack };
    this.undo.add(step);
    this.undo.offer(step, done);
  }

  private takeBack(after: Contact, patch: ReturnType<typeof backTo>): void {
    this.api.change(after, patch).subscribe({
      next: (contact) => {
        this.back.next(contact);
        this.notifications.show(`${isolated(contact.name)} is as before`);
      },
      error: (error: unknown) => {
        const overtaken = problemOf(error)?.code === 'stale_version';
        if (overtaken) this.notifications.show(`Not undone: ${isolated(after.name)} was changed again since`);
        else this.notifications.showError(`The change of ${isolated(after.name)} was not undone`, error);
      },
    });
  }
}
