import { DomainError, type FieldError, ValidationFailed } from './domain-error.ts';
import type { ProblemCode } from './problem-catalog.ts';

/** Makes the error that a broken constraint stands for; null where only a fault of ours can break it. */
export type ConstraintMeaning = (() => DomainError) | null;

/**
 * What the constraints of some tables mean when they are broken, by their names. It stands beside the module that owns
 * the tables, and is registered in `src/constraint-meanings.ts`; a test knows every constraint of the schema.
 */
export type ConstraintMeanings = Readonly<Record<string, ConstraintMeaning>>;

/** Constraints that no input breaks, as far as is known; if one does, that is logged in full and answered with 500. */
export function faults(...constraints: readonly string[]): ConstraintMeanings {
  return Object.fromEntries(constraints.map((constraint) => [constraint, null]));
}

/** The input breaks a rule that its DTO should have told first. */
export function badInput(field: string, code: string, message: string): ConstraintMeaning {
  return () => new ValidationFailed([{ field, code, message }]);
}

/** The input is fine by itself, but not together with what is there already or happens at the same moment. */
export function conflict(code: ProblemCode, message: string, takenField?: string): ConstraintMeaning {
  const errors: FieldError[] = takenField === undefined ? [] : [{ field: takenField, code: 'taken', message }];
  return () => new DomainError(code, message, errors);
}
