import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const SUGGESTION_CONSTRAINTS: ConstraintMeanings = faults(
  'suggestions_pk',
  'suggestions_ticket_unique',
  'suggestions_ticket_fk',
  'suggestions_shadow_fk',
  'suggestions_suggested_category_fk',
  'suggestions_chosen_category_fk',
  'suggestions_suggested_priority_check',
  'suggestions_chosen_priority_check',
  'suggestions_input_hash_check',
  'suggestions_confidence_check',
  'suggestions_source_check',
  'suggestions_failure_check',
  'suggestions_shadow_check',
  'suggestions_latency_check',
  'suggestions_choice_check',
);
