/** Everything the audit log tells of. */
export const AUDIT_KINDS = [
  'sign_in',
  'sign_in_failed',
  'sign_in_throttled',
  'sign_out',
  'session_ended',
  'password_changed',
  'password_reset',
  'user_created',
  'user_changed',
  'user_deactivated',
  'user_reactivated',
  'token_created',
  'token_revoked',
  'category_created',
  'category_changed',
  'category_retired',
  'category_restored',
  'categories_reordered',
  'category_merged',
  'ticket_deleted',
  'tickets_bulk_changed',
  'tickets_bulk_deleted',
  'tickets_bulk_undone',
  'tickets_exported',
  'model_activated',
  'model_refit_requested',
  'lexicon_changed',
  'replay_started',
  'replay_cancelled',
  'suggestion_settings_changed',
  'automatic_enabled',
  'automatic_disabled',
  'automatic_stopped',
  'automatic_target_changed',
  'suspect_kept',
  'suspect_let_go',
  'mail_retried',
  'mail_made_ticket',
  'mail_deleted',
  'mailbox_added',
  'mailbox_changed',
  'mailbox_removed',
  'sender_changed',
  'sender_removed',
  'mail_template_changed',
  'mail_setup_tested',
  'words_removed',
  'contact_erased',
  'contact_exported',
  'settings_changed',
  'audit_exported',
] as const;

/** People coming and going: they would fill a log that is read for everything else. */
export const ROUTINE_KINDS: readonly AuditKind[] = ['sign_in', 'sign_out'];

/** All kinds, or those given, without some. */
export function kindsBut(without: readonly string[], kinds: readonly string[] = AUDIT_KINDS): readonly string[] {
  return kinds.filter((kind) => !without.includes(kind));
}

export type AuditKind = (typeof AUDIT_KINDS)[number];
