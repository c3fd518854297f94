import { type ConstraintMeanings, conflict, faults } from '../common/problems/constraint-meanings.ts';

export const CATEGORY_CONSTRAINTS: ConstraintMeanings = {
  categories_pk: conflict('category_exists', 'There is a category with this key already.', 'key'),
  categories_label_unique: conflict('category_exists', 'There is a category with this label already.', 'label'),
  categories_last_active_check: conflict(
    'last_category',
    'New tickets need a category: restore or add another one first.',
  ),
  ...faults(
    'categories_key_check',
    'categories_label_check',
    'categories_label_line_check',
    'categories_description_check',
    'categories_merged_into_check',
    'categories_merged_into_fk',
  ),
};
