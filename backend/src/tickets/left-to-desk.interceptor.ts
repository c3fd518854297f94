import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import { requireBounded } from '../common/validation/validation.pipe.ts';
import { UNDECIDED } from './dto/undecided.ts';

export const CLASSIFY = {
  name: 'classify',
  required: false,
  schema: { type: 'boolean' as const },
  description: 'Whether category and priority may be left out, for somebody to sort the ticket later.',
};

/**
 * Lets a new ticket leave its category and its priority to the desk, when the address says so: what is left out is marked
 * before it is checked. No text of a request can be that mark.
 */
@Injectable()
export class LeftToDesk implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query, body } = context.switchToHttp().getRequest<FastifyRequest>();
    requireBounded(query, 'query');
    if (mayWait(query) && isFields(body)) {
      body['category'] ??= UNDECIDED;
      body['priority'] ??= UNDECIDED;
    }
    return next.handle();
  }
}

/** Whether the desk will suggest for the ticket of a request, in the background. */
export function isLeftToDesk({ query, body }: { readonly query: unknown; readonly body: unknown }): boolean {
  const isMarked = isFields(query) && query['classify'] === 'true';
  return isMarked && isFields(body) && ['category', 'priority'].some((field) => (body[field] ?? null) === null);
}

/** @throws ValidationFailed when it says neither yes nor no. */
function mayWait(query: unknown): boolean {
  const classify = isFields(query) ? query['classify'] : undefined;
  if (classify === undefined || classify === 'true' || classify === 'false') return classify === 'true';
  throw new ValidationFailed([
    { field: 'classify', code: 'unknown_value', message: 'Classify must be true or false.' },
  ]);
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
