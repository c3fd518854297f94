import { ERRORS_SHOWN, type FieldError } from './domain-error.ts';
import type { ProblemDto } from './problem.dto.ts';
import { PROBLEMS, type ProblemCode } from './problem-catalog.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

interface Occurrence {
  readonly detail: string;
  readonly instance: string;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
}

/** Longer than anything that the API says of its own; what is longer repeats what was sent. In UTF-16 units. */
const LONGEST = { detail: 4_000, field: 200, message: 500 };

/**
 * Puts a problem document together (RFC 9457, section 3). It stays short, whatever is wrong and whatever was sent: it
 * tells the first errors, how many more there are, and the beginnings of texts.
 */
export function problem(code: ProblemCode, { detail, instance, requestId, errors = [] }: Occurrence): ProblemDto {
  const more = errors.length - ERRORS_SHOWN;
  const shown = errors.slice(0, ERRORS_SHOWN).map((error) => ({
    field: beginning(error.field, LONGEST.field),
    code: error.code,
    message: beginning(error.message, LONGEST.message),
  }));
  return {
    type: `urn:problem:${code}`,
    ...{ title: PROBLEMS[code].title, status: PROBLEMS[code].status },
    detail: beginning(detail, LONGEST.detail) + (more > 0 ? ` And ${more.toLocaleString('en')} more.` : ''),
    instance,
    code,
    request_id: requestId,
    ...(shown.length > 0 ? { errors: shown } : {}),
  };
}

function beginning(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
}
