import { ATTACHMENT_CONSTRAINTS } from './attachments/attachment-constraints.ts';
import { AUDIT_CONSTRAINTS } from './audit/audit-constraints.ts';
import { AUTH_CONSTRAINTS } from './auth/auth-constraints.ts';
import { CANNED_CONSTRAINTS } from './canned/canned-constraints.ts';
import { CATEGORY_CONSTRAINTS } from './categories/category-constraints.ts';
import { REPLAY_CONSTRAINTS } from './classification/replay/replay-constraints.ts';
import type { ConstraintMeanings } from './common/problems/constraint-meanings.ts';
import { CONVERSATION_CONSTRAINTS } from './conversation/conversation-constraints.ts';
import { CONTACT_CONSTRAINTS } from './contacts/contact-constraints.ts';
import { DESK_CONSTRAINTS } from './database/desk-constraints.ts';
import { ERASURE_CONSTRAINTS } from './erasure/erasure-constraints.ts';
import { AUTOMATIC_CONSTRAINTS } from './learning/automatic-constraints.ts';
import { MODEL_CONSTRAINTS } from './learning/model-constraints.ts';
import { NOTIFICATION_CONSTRAINTS } from './notifications/notification-constraints.ts';
import { PRESENCE_CONSTRAINTS } from './live/presence/presence-constraints.ts';
import { SUGGESTION_CONSTRAINTS } from './suggestions/suggestion-constraints.ts';
import { MAIL_ACCOUNT_CONSTRAINTS } from './mail-accounts/mail-account-constraints.ts';
import { MAIL_TEMPLATE_CONSTRAINTS } from './mail-templates/mail-template-constraints.ts';
import { MAIL_CONSTRAINTS } from './mail/mail-constraints.ts';
import { SENDING_CONSTRAINTS } from './sending/sending-constraints.ts';
import { PORTAL_CONSTRAINTS } from './portal/portal-constraints.ts';
import { BULK_RUN_CONSTRAINTS } from './tickets/bulk/bulk-run-constraints.ts';
import { TICKET_CONSTRAINTS } from './tickets/ticket-constraints.ts';
import { USER_CONSTRAINTS } from './users/user-constraints.ts';

/** What every constraint of the schema means when it is broken; `DatabaseFailures` looks it up here. */
export const CONSTRAINT_MEANINGS: ConstraintMeanings = {
  ...ATTACHMENT_CONSTRAINTS,
  ...AUDIT_CONSTRAINTS,
  ...AUTH_CONSTRAINTS,
  ...AUTOMATIC_CONSTRAINTS,
  ...BULK_RUN_CONSTRAINTS,
  ...CANNED_CONSTRAINTS,
  ...CATEGORY_CONSTRAINTS,
  ...CONVERSATION_CONSTRAINTS,
  ...CONTACT_CONSTRAINTS,
  ...DESK_CONSTRAINTS,
  ...MAIL_ACCOUNT_CONSTRAINTS,
  ...ERASURE_CONSTRAINTS,
  ...MAIL_CONSTRAINTS,
  ...MAIL_TEMPLATE_CONSTRAINTS,
  ...MODEL_CONSTRAINTS,
  ...NOTIFICATION_CONSTRAINTS,
  ...PRESENCE_CONSTRAINTS,
  ...PORTAL_CONSTRAINTS,
  ...REPLAY_CONSTRAINTS,
  ...SENDING_CONSTRAINTS,
  ...SUGGESTION_CONSTRAINTS,
  ...TICKET_CONSTRAINTS,
  ...USER_CONSTRAINTS,
};
