import { Injectable, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { EMPTY, type Observable, catchError, defer, finalize, map, tap } from 'rxjs';
import { AdminMailsApi } from '../../api/admin-mails-api';
import type { QuarantinedMail } from '../../api/admin-model';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { AdminOverview } from '../admin-overview';
import { mailTitle } from './mail-words';
import { SourceDialog } from './source-dialog';

/** What an admin can do with a mail in quarantine. Each emits the id of the mail once it waits no more. */
@Injectable()
export class MailActions {
  private readonly api = inject(AdminMailsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);
  private readonly overview = inject(AdminOverview);
  private readonly router = inject(Router);
  private readonly underWay = signal<ReadonlySet<number>>(new Set());

  /** Whether something is being done with it. Reads a signal. */
  isBusy(id: number): boolean {
    return this.underWay().has(id);
  }

  show(mail: QuarantinedMail): void {
    this.dialogs.show(SourceDialog, mail);
  }

  /** Leads to the ticket. */
  makeTicket({ id }: QuarantinedMail): Observable<number> {
    return this.run(id, this.api.makeTicket(id), 'No ticket was made of the mail').pipe(
      tap((ticket) => {
        this.notifications.show(`Ticket #${ticket} was made of the mail`);
        void this.router.navigate(['/tickets', ticket]);
      }),
      map(() => id),
    );
  }

  retry({ id }: QuarantinedMail): Observable<number> {
    return this.run(id, this.api.retry(id), 'The mail was not read again').pipe(
      tap(() => this.notifications.show('The mail is read again; should the same speak against it, it comes back')),
      map(() => id),
    );
  }

  remove(mail: QuarantinedMail): Observable<number> {
    const question = {
      heading: `Delete “${mailTitle(mail)}”?`,
      consequences: [
        'The desk forgets what it says, and does not take it from the mailbox again.',
        'This cannot be undone.',
      ],
      confirm: 'Delete',
      danger: true,
      run: () => this.api.remove(mail.id),
    };
    return this.dialogs.confirm(question).pipe(
      tap(() => {
        this.overview.reload();
        this.notifications.show('The mail was deleted');
      }),
      map(() => mail.id),
    );
  }

  /** Once at a time for each mail; what fails is told. */
  private run<Done>(id: number, doing: Observable<Done>, failed: string): Observable<Done> {
    return defer(() => {
      if (this.isBusy(id)) return EMPTY;
      this.underWay.update((all) => new Set([...all, id]));
      return doing.pipe(
        tap(() => this.overview.reload()),
        catchError((error: unknown) => {
          this.notifications.showError(failed, error);
          return EMPTY;
        }),
        finalize(() => this.underWay.update((all) => new Set([...all].filter((one) => one !== id)))),
      );
    });
  }
}
