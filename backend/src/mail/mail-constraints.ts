import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const MAIL_CONSTRAINTS: ConstraintMeanings = faults(
  'mailboxes_pk',
  'mail_identities_pk',
  'mail_identities_mail_fk',
  'mail_identities_standing_unique',
  'mails_pk',
  'mails_uid_unique',
  'mails_digest_unique',
  'mails_ticket_fk',
  'mails_state_check',
  'mails_reason_check',
);
