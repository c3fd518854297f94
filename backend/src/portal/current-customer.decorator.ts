import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Customer } from './domain/customer.ts';

/** The customer who asks. */
export const CurrentCustomer = createParamDecorator((_: unknown, context: ExecutionContext): Customer => {
  const { customer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!customer) throw new Error('A route that needs a customer is not for customers');
  return customer;
});

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard of customers. */
    customer?: Customer;
  }
}
