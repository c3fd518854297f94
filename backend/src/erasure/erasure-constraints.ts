import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const ERASURE_CONSTRAINTS: ConstraintMeanings = faults(
  'erasures_pk',
  'erasures_contact_fk',
  'erasures_requested_by_fk',
  'erasures_token_fk',
  'erasures_via_check',
  'erasures_reason_check',
  'erasures_finished_check',
);
