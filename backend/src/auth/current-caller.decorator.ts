import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './domain/caller.ts';

/** The caller of a route that is not open. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new Error('A route that needs a caller is marked open');
  return caller;
});

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the authentication guard; absent on open routes without credentials. */
    caller?: Caller;
  }
}
