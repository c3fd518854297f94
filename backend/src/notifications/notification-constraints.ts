import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const NOTIFICATION_CONSTRAINTS: ConstraintMeanings = faults(
  'notifications_pk',
  'notifications_event_unique',
  'notifications_bulk_run_unique',
  'notifications_user_fk',
  'notifications_ticket_fk',
  'notifications_bulk_run_fk',
  'notifications_kind_check',
  'notifications_tickets_check',
);
