import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Access } from './access.decorator.ts';
import { AccessGuard } from './access.guard.ts';

class Forgotten {
  route(this: void): void {
    // Says nothing about who may use it.
  }
}

class Closed {
  route(this: void): void {
    // Its class says who may use it.
  }
}
Access('tickets:read')(Closed);

function contextOf(controller: typeof Forgotten, request: object): ExecutionContext {
  return {
    getHandler: () => controller.prototype.route,
    getClass: () => controller,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
}

describe('a route', () => {
  const guard = new AccessGuard(new Reflector());
  const admin = { via: 'web', user: { role: 'admin' }, scopes: ['admin', 'tickets:read'] };
  const request = { method: 'GET', headers: {}, caller: admin };

  it('that says nothing about who may use it is closed, to admins too', () => {
    expect(() => guard.canActivate(contextOf(Forgotten, request))).toThrow('Nobody may.');
  });

  it('follows its class', () => {
    expect(guard.canActivate(contextOf(Closed, request))).toBe(true);
    expect(() => guard.canActivate(contextOf(Closed, { ...request, caller: { ...admin, scopes: [] } }))).toThrow();
  });

  it('that is not open needs somebody, even if authentication was left out by mistake', () => {
    expect(() => guard.canActivate(contextOf(Closed, { ...request, caller: undefined }))).toThrow(
      /without authentication/,
    );
  });
});
