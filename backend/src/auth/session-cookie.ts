import type { FastifyReply, FastifyRequest } from 'fastify';
import type { User } from '../users/user.ts';
import type { SignedIn } from './sign-in.service.ts';

/**
 * The cookie of a session. Behind https it may be set and read by this host alone and over https alone, which is what
 * its prefix tells the browser; a cookie without the prefix is then not looked at.
 */
function cookieName(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-desk_session' : 'desk_session';
}

/** The secret of the session that the browser carries, or null. */
export function presentedSession(request: FastifyRequest): string | null {
  return request.cookies[cookieName(request)] ?? null;
}

/** Hands the browser its session, and answers with the person. */
export function withSession(reply: FastifyReply, { user, session }: SignedIn): User {
  const { token, expiresAt } = session;
  void reply.setCookie(cookieName(reply.request), token, { ...attributes(reply.request), expires: expiresAt });
  return user;
}

/** Makes the browser forget its session. */
export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(cookieName(reply.request), attributes(reply.request));
}

function attributes(request: FastifyRequest): { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean } {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' };
}
