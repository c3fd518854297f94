import { type ConstraintMeanings, conflict, faults } from '../common/problems/constraint-meanings.ts';

export const MAIL_ACCOUNT_CONSTRAINTS: ConstraintMeanings = {
  mail_accounts_name_unique: conflict('mailbox_exists', 'This mailbox is read already.', 'user'),
  ...faults(
    'mail_accounts_oauth_check',
    'mail_accounts_pk',
    'mail_accounts_port_check',
    'mail_accounts_security_check',
    'mail_accounts_texts_check',
    'mail_accounts_trust_check',
    'mail_accounts_version_check',
    'mailbox_states_pk',
    'mailbox_states_told_check',
    'mail_senders_oauth_check',
    'mail_senders_pk',
    'mail_senders_one_check',
    'mail_senders_port_check',
    'mail_senders_security_check',
    'mail_senders_password_check',
    'mail_senders_texts_check',
    'mail_senders_version_check',
  ),
};
