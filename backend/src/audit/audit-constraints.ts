import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const AUDIT_CONSTRAINTS: ConstraintMeanings = faults(
  'audit_events_pk',
  'audit_events_actor_fk',
  'audit_events_kind_check',
  'audit_events_via_check',
);
