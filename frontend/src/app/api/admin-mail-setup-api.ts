import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import type {
  MailPreview,
  MailSender,
  MailSenderUpdate,
  MailSetup,
  MailTemplate,
  MailTemplateWords,
  MailTrialStep,
  Mailbox,
  MailboxTrial,
  MailboxUpdate,
  NewMailbox,
} from './admin-model';
import { ifMatch } from './if-match';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';
import type { components } from './schema.gen';

const SETUP_URL = '/api/admin/mail';
const MAILBOXES_URL = '/api/admin/mailboxes';
const SENDER_URL = '/api/admin/sender';
const TEMPLATE_URL = '/api/admin/mail/templates/reply';

/** Mailboxes and sender of the desk. Passwords are written and never read. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminMailSetupApi {
  private readonly http = inject(HttpClient);

  /** All that is set. Call it in an injection context. */
  setup(): HttpResourceRef<MailSetup | undefined> {
    return follow(reloadWhenBack(httpResource<MailSetup>(() => SETUP_URL)), ['settings.changed']);
  }

  fetch(): Observable<MailSetup> {
    return this.http.get<MailSetup>(SETUP_URL);
  }

  /** Refused as `mailbox_exists` (409) when it is read already. */
  addMailbox(mailbox: NewMailbox): Observable<Mailbox> {
    return this.http.post<Mailbox>(MAILBOXES_URL, mailbox);
  }

  /** Refused as `stale_version` (412) when somebody else was faster than who saw this version. */
  changeMailbox(id: number, update: MailboxUpdate, seen: number): Observable<Mailbox> {
    return this.http.patch<Mailbox>(`${MAILBOXES_URL}/${id}`, update, { headers: ifMatch(seen) });
  }

  removeMailbox(id: number): Observable<void> {
    return this.http.delete<void>(`${MAILBOXES_URL}/${id}`);
  }

  /** How each step went; one that fails is no failure of the call. */
  tryMailbox(mailbox: MailboxTrial): Observable<readonly MailTrialStep[]> {
    return this.steps(`${MAILBOXES_URL}/test`, mailbox);
  }

  /** Refused as `stale_version` (412) when somebody else was faster than who saw this version; 0 is that nobody has set it. */
  saveSender(sender: MailSenderUpdate, seen: number): Observable<MailSender> {
    return this.http.put<MailSender>(SENDER_URL, sender, { headers: ifMatch(seen) });
  }

  removeSender(): Observable<void> {
    return this.http.delete<void>(SENDER_URL);
  }

  /** The same of the sender, with a mail to itself. */
  trySender(sender: MailSenderUpdate): Observable<readonly MailTrialStep[]> {
    return this.steps(`${SENDER_URL}/test`, sender);
  }

  /** What stands around answers in mails. Call it in an injection context. */
  template(): HttpResourceRef<MailTemplate | undefined> {
    return follow(reloadWhenBack(httpResource<MailTemplate>(() => TEMPLATE_URL)), ['settings.changed']);
  }

  fetchTemplate(): Observable<MailTemplate> {
    return this.http.get<MailTemplate>(TEMPLATE_URL);
  }

  /** Refused as `stale_version` (412) when somebody else was faster than who saw this version. */
  saveTemplate(words: MailTemplateWords, seen: number): Observable<MailTemplate> {
    return this.http.put<MailTemplate>(TEMPLATE_URL, words, { headers: ifMatch(seen) });
  }

  /** As the desk brings it again; refused in the same way. */
  resetTemplate(seen: number): Observable<MailTemplate> {
    return this.http.delete<MailTemplate>(TEMPLATE_URL, { headers: ifMatch(seen) });
  }

  /** An example as it would be sent. */
  previewTemplate(words: MailTemplateWords): Observable<MailPreview> {
    return this.http.post<MailPreview>(`${TEMPLATE_URL}/preview`, words);
  }

  private steps(url: string, body: object): Observable<readonly MailTrialStep[]> {
    return this.http.post<components['schemas']['MailTrialDto']>(url, body).pipe(map(({ steps }) => steps));
  }
}
