import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { type Observable, finalize, forkJoin, map, of } from 'rxjs';
import type { Addressees, AttachmentInfo, ConversationEntry, MessageRecipient } from '../../api/conversation-model';
import { Notifications } from '../../core/notifications';
import { AttachmentUploads } from './attachment-uploads';
import { Composing } from './composing';
import { picturesIn, withPicturesNamed } from './picture-names';

/** A file of the answer, read once more. */
interface FileOf {
  readonly id: string;
  readonly file: File;
}

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
          this.write(ticket, text, addresseesOf(to), files);
        },
        error: (error: unknown) => this.notifications.showError('The files of the answer could not be read', error),
      });
  }

  /** What its text shows stands in it once more. */
  private write(ticket: number, text: string, to: Addressees, files: readonly FileOf[]): void {
    const names = new Map([...picturesIn(text)].map((id) => [id, crypto.randomUUID()]));
    if (
      !this.composing.writeAgain(
        withPicturesNamed(text, (id) => names.get(id) ?? id),
        to,
      )
    )
      return;
    for (const { id, file } of files) {
      const name = names.get(id);
      if (name === undefined) this.uploads.add(ticket, [file]);
      else this.uploads.addPicture(ticket, file, name);
    }
  }

  private filesOf(attachments: readonly AttachmentInfo[]): Observable<FileOf[]> {
    if (attachments.length === 0) return of([]);
    return forkJoin(
      attachments.map(({ id, name, type }) =>
        this.http
          .get(`/api/attachments/${id}`, { responseType: 'blob' })
          .pipe(map((content) => ({ id, file: new File([content], name, { type }) }))),
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
