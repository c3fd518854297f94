import { type FieldError, ValidationFailed } from '../../common/problems/domain-error.ts';
import { patternFault } from '../linear-pattern.ts';

export const MASK_PATTERNS_MAX = 20;
export const MASK_NAME_MAX = 40;
export const MASK_PATTERN_MAX = 200;

const WITHOUT_COLON = 'A name holds no colon: it stands before one.';

/** Something that only this desk knows to be sensitive, like the number of a customer: a regular expression, and its name. */
export interface MaskPattern {
  readonly name: string;
  readonly pattern: string;
}

/**
 * A name ends at the first colon where patterns are written one on each line.
 *
 * @throws ValidationFailed naming each pattern and each name that cannot be used, and each name that stands there twice.
 */
export function requireUsablePatterns(patterns: readonly MaskPattern[]): void {
  const errors = patterns.flatMap(({ name, pattern }, at): FieldError[] => {
    const field = `mask_patterns.${String(at)}`;
    const isTaken = patterns.slice(0, at).some((other) => other.name.toLowerCase() === name.toLowerCase());
    const fault = patternFault(pattern);
    return [
      ...(isTaken ? [{ field: `${field}.name`, code: 'taken', message: `There are two patterns “${name}”.` }] : []),
      ...(name.includes(':') ? [{ field: `${field}.name`, code: 'invalid_name', message: WITHOUT_COLON }] : []),
      ...(fault === null ? [] : [{ field: `${field}.pattern`, code: 'invalid_pattern', message: fault }]),
    ];
  });
  if (errors.length > 0) throw new ValidationFailed(errors);
}
