import type { AuditEvent } from '../../api/admin-model';
import { counted } from '../../ui/count-words';
import { authorName } from '../../ui/author';
import type { Names } from '../../ui/names';

/** How each kind is called where one is chosen. */
export const AUDIT_KINDS: Readonly<Record<string, string>> = {
  sign_in: 'Sign-in',
  sign_in_failed: 'Failed sign-in',
  sign_in_throttled: 'Sign-in held back',
  sign_out: 'Sign-out',
  session_ended: 'Session ended',
  password_changed: 'Password changed',
  password_reset: 'Password reset',
  user_created: 'User created',
  user_changed: 'User changed',
  user_deactivated: 'User deactivated',
  user_reactivated: 'User reactivated',
  token_created: 'Token created',
  token_revoked: 'Token revoked',
  category_created: 'Category created',
  category_changed: 'Category changed',
  category_retired: 'Category retired',
  category_restored: 'Category restored',
  categories_reordered: 'Categories reordered',
  category_merged: 'Category merged',
  ticket_deleted: 'Ticket deleted',
  tickets_bulk_changed: 'Many tickets changed',
  tickets_bulk_deleted: 'Many tickets deleted',
  tickets_bulk_undone: 'Many changes undone',
  tickets_exported: 'Tickets exported',
  model_activated: 'Model chosen',
  model_refit_requested: 'Refit asked for',
  lexicon_changed: 'Lexicon changed',
  replay_started: 'Replay begun',
  replay_cancelled: 'Replay cancelled',
  mail_retried: 'Mail read again',
  mail_made_ticket: 'Ticket made of a mail',
  mail_deleted: 'Mail deleted',
  mailbox_added: 'Mailbox added',
  mailbox_changed: 'Mailbox changed',
  mailbox_removed: 'Mailbox removed',
  sender_changed: 'Sender of mails set',
  sender_removed: 'Sender of mails removed',
  mail_template_changed: 'Template of mails changed',
  mail_setup_tested: 'Mail set-up tested',
  words_removed: 'Words removed',
  contact_erased: 'Person erased',
  contact_exported: 'Person exported',
  suggestion_settings_changed: 'Suggestions set',
  automatic_enabled: 'Automatic suggestions on',
  automatic_disabled: 'Automatic suggestions off',
  automatic_stopped: 'Automatic suggestions stopped',
  automatic_target_changed: 'Target of automatic suggestions',
  suspect_kept: 'Kept where it is filed',
  suspect_let_go: 'Listed as filed wrongly again',
  settings_changed: 'Settings changed',
  audit_exported: 'Audit log exported',
};

/** Where each kind stands among the others, as people look for it. */
export const AUDIT_GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Signing in': ['sign_in', 'sign_in_failed', 'sign_in_throttled', 'sign_out', 'session_ended'],
  'Users and passwords': [
    ...['user_created', 'user_changed', 'user_deactivated', 'user_reactivated'],
    ...['password_changed', 'password_reset'],
  ],
  'API tokens': ['token_created', 'token_revoked'],
  Categories: [
    ...['category_created', 'category_changed', 'category_retired', 'category_restored'],
    ...['categories_reordered', 'category_merged'],
  ],
  Tickets: ['ticket_deleted', 'tickets_bulk_changed', 'tickets_bulk_deleted', 'tickets_bulk_undone'],
  Suggestions: [
    'suggestion_settings_changed',
    'automatic_enabled',
    'automatic_disabled',
    'automatic_stopped',
    'automatic_target_changed',
    'suspect_kept',
    'suspect_let_go',
    'model_activated',
    'model_refit_requested',
    'lexicon_changed',
    'replay_started',
    'replay_cancelled',
  ],
  Mail: [
    ...['mail_retried', 'mail_made_ticket', 'mail_deleted'],
    ...['mailbox_added', 'mailbox_changed', 'mailbox_removed'],
    ...['sender_changed', 'sender_removed', 'mail_template_changed', 'mail_setup_tested'],
  ],
  Erasure: ['words_removed', 'contact_erased', 'contact_exported'],
  'The desk': ['settings_changed', 'tickets_exported', 'audit_exported'],
};

/** People coming and going: they would drown the rest. */
export const ROUTINE_KINDS: readonly string[] = ['sign_in', 'sign_out'];

/** What was done, after the name of who did it; {subject} stands for what it was done to. */
const DEEDS: Readonly<Record<string, string>> = {
  sign_in: 'signed in',
  sign_in_failed: 'failed to sign in',
  sign_in_throttled: 'was held back from signing in',
  sign_out: 'signed out',
  session_ended: 'ended a session',
  password_changed: 'changed their password',
  password_reset: 'reset the password of {subject}',
  user_created: 'created the user {subject}',
  user_changed: 'changed the user {subject}',
  user_deactivated: 'deactivated the user {subject}',
  user_reactivated: 'reactivated the user {subject}',
  token_created: 'created the API token {subject}',
  token_revoked: 'revoked the API token {subject}',
  category_created: 'added the category {subject}',
  category_changed: 'changed the category {subject}',
  category_retired: 'retired the category {subject}',
  category_restored: 'restored the category {subject}',
  categories_reordered: 'reordered the categories',
  category_merged: 'merged the category {subject}',
  ticket_deleted: 'deleted the ticket {subject}',
  tickets_bulk_changed: 'changed {subject}',
  tickets_bulk_deleted: 'deleted {subject}',
  tickets_bulk_undone: 'took back a change of {subject}',
  tickets_exported: 'exported tickets',
  model_activated: 'had the model {subject} answer',
  model_refit_requested: 'had the desk learn again',
  lexicon_changed: 'changed the words of the lexicon',
  replay_started: 'began a replay of {subject}',
  replay_cancelled: 'cancelled a replay',
  mail_retried: 'had a mail read again that waited in quarantine',
  mail_made_ticket: 'made a ticket of a mail that waited in quarantine',
  mail_deleted: 'deleted a mail that waited in quarantine',
  mailbox_added: 'added the mailbox {subject}',
  mailbox_changed: 'changed the mailbox {subject}',
  mailbox_removed: 'removed the mailbox {subject}',
  sender_changed: 'has mails sent from {subject}',
  sender_removed: 'has no more mails sent from {subject}',
  mail_template_changed: 'changed what stands around answers in mails',
  mail_setup_tested: 'tested the mail server {subject}',
  words_removed: 'removed the words of a message for good',
  contact_erased: 'erased a person',
  contact_exported: 'exported what the desk keeps of a person',
  suggestion_settings_changed: 'changed how the desk suggests',
  automatic_enabled: 'let suggestions of {subject} apply by themselves',
  automatic_disabled: 'no longer lets suggestions of {subject} apply by themselves',
  automatic_stopped: 'stopped applying suggestions of {subject} by itself: the record fell',
  automatic_target_changed: 'changed how often suggestions of {subject} have to be right to apply by themselves',
  suspect_kept: 'left {subject} where it is filed',
  suspect_let_go: 'took back that {subject} stays where it is filed',
  settings_changed: 'changed the settings',
  audit_exported: 'exported the audit log',
};

/** A sentence in pieces: who, what, to whom or what, and what follows. */
export interface AuditSentence {
  readonly who: string;
  readonly deed: string;
  /** '' when it needs none. */
  readonly subject: string;
  readonly rest: string;
}

/** "Administrator created the user mina.park" from an event. */
export function auditSentence(event: AuditEvent, names: Names): AuditSentence {
  const deed =
    firstSettings(event) ??
    DEEDS[event.kind] ??
    `did “${event.kind.replaceAll('_', ' ')}”${event.subject ? ' to {subject}' : ''}`;
  const [before = '', after] = deed.split('{subject}');
  return {
    who: whoDid(event, names),
    deed: before.trim(),
    subject: after === undefined ? '' : subjectOf(event),
    rest: restOf(event, names),
  };
}

/** At its very first start the desk has none to compare with. */
function firstSettings({ kind, details: { changes } }: AuditEvent): string | undefined {
  if (kind !== 'settings_changed' || typeof changes !== 'object' || changes === null) return undefined;
  return Object.keys(changes).length === 0 ? 'noted its settings' : undefined;
}

function whoDid(event: AuditEvent, names: Names): string {
  const who = authorName(event, (id) => names.person(id));
  // Nobody is signed in yet: the name that was tried is all there is.
  const tried = event.actor === null && event.kind.startsWith('sign_in') && event.subject?.label;
  return tried ? `${who} as ${tried}` : who;
}

function subjectOf({ subject, details }: AuditEvent): string {
  const total = details['total'];
  if (typeof total === 'number') return counted(total, 'ticket');
  if (!subject) return 'without a name';
  const number = subject.type === 'ticket' && subject.id ? `#${subject.id}` : '';
  return [number, subject.label].filter(Boolean).join(' ') || subject.id || 'without a name';
}

function restOf({ kind, details }: AuditEvent, names: Names): string {
  if (kind === 'category_merged' && typeof details['into'] === 'string')
    return `into ${names.category(details['into'])}`;
  return '';
}
