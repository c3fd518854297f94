import { type ConstraintMeanings, faults } from '../../common/problems/constraint-meanings.ts';

export const PRESENCE_CONSTRAINTS: ConstraintMeanings = faults(
  'presence_pk',
  'presence_user_fk',
  'presence_session_fk',
  'presence_activity_check',
);
