import type { FieldError } from './domain-error.ts';
import type { ProblemDto } from './problem.dto.ts';
import { PROBLEMS, type ProblemCode } from './problem-catalog.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

interface Occurrence {
  readonly detail: string;
  readonly instance: string;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
}

/** Puts a problem document together (RFC 9457, section 3). */
export function problem(code: ProblemCode, { detail, instance, requestId, errors = [] }: Occurrence): ProblemDto {
  return {
    type: `urn:problem:${code}`,
    ...{ title: PROBLEMS[code].title, status: PROBLEMS[code].status },
    detail,
    instance,
    code,
    request_id: requestId,
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
  };
}
