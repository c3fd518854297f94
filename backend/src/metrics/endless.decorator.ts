import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** Answers of this route have no end of their own: how long they took says nothing. */
export function Endless(): MethodDecorator {
  return RouteConfig({ endless: true });
}

export function isEndless({ routeOptions: { config } }: FastifyRequest): boolean {
  return 'endless' in config && config.endless === true;
}
