import { type ConstraintMeanings, badInput, faults } from '../common/problems/constraint-meanings.ts';

export const CONVERSATION_CONSTRAINTS: ConstraintMeanings = {
  messages_text_check: badInput('text', 'too_long', 'Text must be 1 to 20,000 characters long.'),
  drafts_text_check: badInput('text', 'too_long', 'Text must be at most 20,000 characters long.'),
  ...faults(
    'messages_pk',
    'messages_number_unique',
    'messages_ticket_fk',
    'messages_event_fk',
    'messages_author_contact_fk',
    'messages_kind_check',
    'messages_taken_back_check',
    'messages_status_check',
    'messages_sets_check',
    'messages_delivery_check',
    'message_recipients_pk',
    'message_recipients_message_fk',
    'message_recipients_contact_fk',
    'message_recipients_role_check',
    'drafts_pk',
    'drafts_ticket_fk',
    'drafts_user_fk',
    'drafts_kind_check',
    'drafts_sets_check',
  ),
};
