import type { FastifyRequest } from 'fastify';
import type { PersonAuthor } from '../common/author.ts';
import type { Origin } from './domain/session.ts';

const USER_AGENT_MAX = 300;

/** Where a request comes from. */
export function originOf(request: FastifyRequest): Origin {
  const userAgent = request.headers['user-agent'] ?? '';
  return { address: request.ip, userAgent: userAgent.slice(0, USER_AGENT_MAX) };
}

/** Somebody in a browser of whom nothing is known but the address. */
export function unknownAuthor({ address }: Origin): PersonAuthor {
  return { userId: null, via: 'web', tokenId: null, address };
}
