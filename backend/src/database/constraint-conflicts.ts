import { DomainError } from '../common/problems/domain-error.ts';
import type { ProblemCode } from '../common/problems/problem-catalog.ts';

interface Conflict {
  readonly code: ProblemCode;
  readonly message: string;
  /** The field whose value is taken. */
  readonly field?: string;
}

/** Constraints that no input breaks by itself, only together with what is there already or happens at the same moment. */
const CONFLICTS: Readonly<Record<string, Conflict>> = {
  users_username_unique: { code: 'username_taken', message: 'Somebody has this username already.', field: 'username' },
  users_last_admin_check: { code: 'last_admin', message: 'Make somebody else an admin first.' },
  categories_pk: { code: 'category_exists', message: 'There is a category with this key already.', field: 'key' },
  categories_label_unique: {
    code: 'category_exists',
    message: 'There is a category with this label already.',
    field: 'label',
  },
  categories_last_active_check: {
    code: 'last_category',
    message: 'New tickets need a category: restore or add another one first.',
  },
};

/** The conflict that a broken constraint means, or null when it means none. */
export function constraintConflict(constraint: string): DomainError | null {
  const conflict = CONFLICTS[constraint];
  if (!conflict) return null;
  const { code, message, field } = conflict;
  return new DomainError(code, message, field === undefined ? [] : [{ field, code: 'taken', message }]);
}
