import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const AUTOMATIC_CONSTRAINTS: ConstraintMeanings = faults(
  'automatic_categories_pk',
  'automatic_categories_category_fk',
  'automatic_categories_changed_by_fk',
  'automatic_categories_target_check',
  'automatic_categories_stopped_check',
);
