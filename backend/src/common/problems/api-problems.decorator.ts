import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.ts';
import { PROBLEM_MEDIA_TYPE } from './problem.ts';
import { PROBLEMS, type ProblemCode } from './problem-catalog.ts';

const EVERYWHERE: readonly ProblemCode[] = ['internal_error', 'database_unavailable'];

/** What any operation may answer that reads a body. */
export const BODY_PROBLEMS = [
  'validation_failed',
  'malformed_json',
  'malformed_text',
  'payload_too_large',
  'unsupported_media_type',
] as const satisfies readonly ProblemCode[];

/** Documents the problems an operation answers with, besides those that any operation may. */
export function ApiProblems(...codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  const byStatus = Map.groupBy([...codes, ...EVERYWHERE], (code) => PROBLEMS[code].status);
  const responses = [...byStatus].map(([status, ofStatus]) =>
    ApiResponse({
      status,
      description: ofStatus.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
      content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: getSchemaPath(ProblemDto) } } },
    }),
  );
  return applyDecorators(ApiExtraModels(ProblemDto), ...responses);
}
