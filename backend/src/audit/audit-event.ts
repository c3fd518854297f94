import type { Author } from '../common/author.ts';
import type { AuditKind } from './audit-kind.ts';

/** What an event is about. The label is how people knew it then; it stays when the thing is renamed or gone. */
export interface AuditSubject {
  readonly type:
    | 'user'
    | 'session'
    | 'token'
    | 'category'
    | 'ticket'
    | 'bulk_run'
    | 'model'
    | 'replay'
    | 'mail'
    | 'mailbox'
    | 'contact'
    | 'sender'
    | 'mail_template'
    | 'settings'
    | 'audit_log';
  readonly id?: string | number;
  readonly label?: string;
}

/** Something worth keeping, about to be recorded. Details never hold a secret. */
export interface NewAuditEvent {
  readonly kind: AuditKind;
  readonly actor: Author;
  readonly subject?: AuditSubject;
  readonly details?: Readonly<Record<string, unknown>>;
}
