import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const MODEL_CONSTRAINTS: ConstraintMeanings = faults(
  'models_pk',
  'models_activated_by_fk',
  'models_state_check',
  'models_why_check',
  'models_bytes_check',
  'models_active_unique',
  'lexicon_pk',
  'lexicon_one_check',
  'lexicon_version_check',
  'lexicon_updated_by_fk',
  'suspects_pk',
  'suspects_ticket_fk',
  'suspects_filed_fk',
  'suspects_likelier_fk',
  'suspects_place_check',
  'suspects_confidence_check',
  'kept_categories_pk',
  'kept_categories_ticket_fk',
  'kept_categories_category_fk',
  'kept_categories_kept_by_fk',
);
