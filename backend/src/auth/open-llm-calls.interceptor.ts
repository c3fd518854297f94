import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Observable, finalize } from 'rxjs';
import { TooManyRequests } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';

/** More than anybody needs who waits for an answer before the next question. */
const MOST_OPEN = 4;

/**
 * Refuses a call to the LLM to a person who waits for several already, on whatever device: who asks faster than the LLM
 * answers would take it away from everybody. Counted in each process, for each kind of question. A desk that answers by
 * itself, in less than a millisecond, refuses nobody.
 */
@Injectable()
export class OpenLlmCalls implements NestInterceptor {
  private readonly open = new Map<number, number>();

  constructor(private readonly settings: Settings) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
    // Nobody gets as far as the LLM without being known.
    if (!caller || this.settings.llm.provider === 'local') return next.handle();
    const { userId } = caller;
    const open = this.open.get(userId) ?? 0;
    if (open >= MOST_OPEN) throw new TooManyRequests('You are waiting for several suggestions already.', 1);
    this.open.set(userId, open + 1);
    return next.handle().pipe(finalize(() => this.leave(userId)));
  }

  private leave(userId: number): void {
    const left = (this.open.get(userId) ?? 1) - 1;
    if (left > 0) this.open.set(userId, left);
    else this.open.delete(userId);
  }
}
