import type { FieldError } from '../common/problems/domain-error.ts';

/** What each named constraint means to the caller whose input broke it. */
export const CONSTRAINT_MESSAGES: Readonly<Record<string, FieldError>> = {
  tickets_title_length_check: {
    field: 'title',
    code: 'too_long',
    message: 'Title must be 1 to 200 characters long.',
  },
  tickets_description_length_check: {
    field: 'description',
    code: 'too_long',
    message: 'Description must be 1 to 20,000 characters long.',
  },
  tickets_category_fk: { field: 'category', code: 'unknown_value', message: 'There is no such category.' },
  tickets_priority_check: { field: 'priority', code: 'unknown_value', message: 'There is no such priority.' },
  tickets_status_check: { field: 'status', code: 'unknown_value', message: 'There is no such status.' },
};
