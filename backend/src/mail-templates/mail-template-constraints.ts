import { type ConstraintMeanings, faults } from '../common/problems/constraint-meanings.ts';

export const MAIL_TEMPLATE_CONSTRAINTS: ConstraintMeanings = faults(
  'mail_templates_pk',
  'mail_templates_kind_check',
  'mail_templates_words_check',
  'mail_templates_texts_check',
  'mail_templates_version_check',
  'signatures_pk',
  'signatures_user_fk',
  'signatures_text_check',
);
