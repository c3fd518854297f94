import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const MODEL_CONSTRAINTS: ConstraintMeanings = faults(
  'models_pk',
  'models_activated_by_fk',
  'models_state_check',
  'models_why_check',
  'models_bytes_check',
  'models_active_unique',
);
