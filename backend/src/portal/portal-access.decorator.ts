import { UseGuards, applyDecorators } from '@nestjs/common';
import { Access } from '../auth/access.decorator.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { CustomerGuard } from './customer.guard.ts';
import { PortalGuard } from './portal.guard.ts';

/** A route of the portal that is open to everybody, where there is one. */
export function ForVisitors(): MethodDecorator & ClassDecorator {
  return applyDecorators(Access('open'), UseGuards(PortalGuard), ApiProblems('portal_closed'));
}

/** A route of the portal for customers who have signed in. */
export function ForCustomers(): MethodDecorator & ClassDecorator {
  return applyDecorators(Access('customer'), UseGuards(PortalGuard, CustomerGuard), ApiProblems('portal_closed'));
}
