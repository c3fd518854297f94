import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  MailPreview,
  MailSender,
  MailSenderUpdate,
  MailSetup,
  MailTemplate,
  MailTemplateKind,
  MailTemplateWords,
  MailTrialResult,
  Mailbox,
  MailboxTrial,
  MailboxUpdate,
  NewMailbox,
} from './admin-model';
import { ifMatch } from './if-match';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const SETUP_URL = '/api/admin/mail';
const MAILBOXES_URL = '/api/admin/mailboxes';
const SENDER_URL = '/api/admin/sender';
const templateUrl = (kind: MailTemplateKind): string => `/api/admin/mail/templates/${kind}`;

/** Mailboxes and sender of the desk. Passwords are written and never read. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminMailSetupApi {
  private readonly http = inject(HttpClient);

  /** All that is set. Call it in an injection context. */
  setup(): HttpResourceRef<MailSetup | undefined> {
    return follow(reloadWhenBack(httpResource<MailSetup>(() => SETUP_URL)), ['settings.changed', 'mailboxes.changed']);
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
  tryMailbox(mailbox: MailboxTrial): Observable<MailTrialResult> {
    return this.http.post<MailTrialResult>(`${MAILBOXES_URL}/test`, mailbox);
  }

  /** The same of one that is set where the desk is installed. */
  tryFixedMailbox(name: string): Observable<MailTrialResult> {
    return this.http.post<MailTrialResult>(`${MAILBOXES_URL}/fixed/test`, { name });
  }

  /** Refused as `stale_version` (412) when somebody else was faster than who saw this version; 0 is that nobody has set it. */
  saveSender(sender: MailSenderUpdate, seen: number): Observable<MailSender> {
    return this.http.put<MailSender>(SENDER_URL, sender, { headers: ifMatch(seen) });
  }

  removeSender(): Observable<void> {
    return this.http.delete<void>(SENDER_URL);
  }

  /** The same of the sender, with a mail to itself. */
  trySender(sender: MailSenderUpdate): Observable<MailTrialResult> {
    return this.http.post<MailTrialResult>(`${SENDER_URL}/test`, sender);
  }

  /** The same of that which is set where the desk is installed. */
  tryFixedSender(): Observable<MailTrialResult> {
    return this.http.post<MailTrialResult>(`${SENDER_URL}/fixed/test`, {});
  }

  /** How mails of a kind look. Call it in an injection context. */
  template(kind: () => MailTemplateKind): HttpResourceRef<MailTemplate | undefined> {
    return follow(reloadWhenBack(httpResource<MailTemplate>(() => templateUrl(kind()))), ['settings.changed']);
  }

  fetchTemplate(kind: MailTemplateKind): Observable<MailTemplate> {
    return this.http.get<MailTemplate>(templateUrl(kind));
  }

  /** Refused as `stale_version` (412) when somebody else was faster than who saw this version. */
  saveTemplate(kind: MailTemplateKind, words: MailTemplateWords, seen: number): Observable<MailTemplate> {
    return this.http.put<MailTemplate>(templateUrl(kind), words, { headers: ifMatch(seen) });
  }

  /** As the desk brings it again; refused in the same way. */
  resetTemplate(kind: MailTemplateKind, seen: number): Observable<MailTemplate> {
    return this.http.delete<MailTemplate>(templateUrl(kind), { headers: ifMatch(seen) });
  }

  /** An example as it would be sent. */
  previewTemplate(kind: MailTemplateKind, words: MailTemplateWords): Observable<MailPreview> {
    return this.http.post<MailPreview>(`${templateUrl(kind)}/preview`, words);
  }
}
