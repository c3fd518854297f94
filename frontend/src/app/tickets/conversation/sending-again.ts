import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { type Observable, finalize, forkJoin, map, of } from 'rxjs';
import type { AttachmentInfo, ConversationEntry, MessageRecipient } from '../../api/conversation-model';
import { Notifications } from '../../core/notifications';
import { AttachmentUploads } from './attachment-uploads';
import { Composing } from './composing';

/**
 * Begins an answer once more that did not reach somebody: the same words and files, to those alone who have not got it, as something
 * that is written, so that it leaves only when a person has seen to whom. Provided by the ticket's page.
 */
@Injectable()
export class SendingAgain {
  private readonly composing = inject(Composing);
  private readonly http = inject(HttpClient);
  private readonly notifications = inject(Notifications);
  private readonly uploads = inject(AttachmentUploads);
  private readonly running = signal(false);

  /** Its files are being fetched. */
  readonly busy = this.running.asReadonly();

  begin(ticket: number, { text, attachments }: ConversationEntry, to: readonly MessageRecipient[]): void {
    if (this.running() || text === null) return;
    this.running.set(true);
    this.filesOf(attachments)
      .pipe(finalize(() => this.running.set(false)))
      .subscribe({
        next: (files) => {
          // Another one may be open by now.
          if (this.composing.openTicket() !== ticket) return;
          if (this.composing.writeAgain(text, addresseesOf(to))) this.uploads.add(ticket, files);
        },
        error: (error: unknown) => this.notifications.showError('The files of the answer could not be read', error),
      });
  }

  private filesOf(attachments: readonly AttachmentInfo[]): Observable<File[]> {
    if (attachments.length === 0) return of([]);
    return forkJoin(
      attachments.map(({ id, name, type }) =>
        this.http
          .get(`/api/attachments/${id}`, { responseType: 'blob' })
          .pipe(map((content) => new File([content], name, { type }))),
      ),
    );
  }
}

function addresseesOf(recipients: readonly MessageRecipient[]) {
  const of = (wanted: MessageRecipient['role']) =>
    recipients
      .filter(({ role }) => role === wanted)
      .map(({ name, address }) => ({ ...(name !== '' && { name }), address }));
  const [to, cc] = [of('to'), of('cc')];
  // Somebody it has to be written to.
  return to.length > 0 ? { to, cc } : { to: cc, cc: [] };
}
