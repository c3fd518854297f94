import { type ConstraintMeanings, badInput, faults } from '../common/problems/constraint-meanings.ts';

export const CANNED_CONSTRAINTS: ConstraintMeanings = {
  canned_answers_name_check: badInput('name', 'too_long', 'Name must be 1 to 100 characters long.'),
  canned_answers_text_check: badInput('text', 'too_long', 'Text must be 1 to 20,000 characters long.'),
  ...faults(
    'canned_answers_pk',
    'canned_answers_owner_fk',
    'canned_answers_steps_check',
    'canned_answers_uses_check',
    'canned_answers_version_check',
    'canned_files_pk',
    'canned_files_attachment_fk',
    'canned_files_answer_fk',
  ),
};
