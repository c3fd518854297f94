import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const DESK_CONSTRAINTS: ConstraintMeanings = faults('desk_pk', 'desk_only_one_unique');
