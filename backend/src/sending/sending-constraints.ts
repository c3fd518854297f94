import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const SENDING_CONSTRAINTS: ConstraintMeanings = faults(
  'outgoing_mails_pk',
  'outgoing_mails_message_id_unique',
  'outgoing_mails_ticket_fk',
  'outgoing_mails_kind_check',
  'outgoing_mails_place_check',
  'outgoing_mails_state_check',
  'outgoing_mails_words_check',
  'reply_keys_pk',
  'reply_keys_only_one_unique',
);
