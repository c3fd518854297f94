import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { User } from '../users/user.ts';
import { DeskCookie } from './desk-cookie.ts';
import type { SignedIn } from './sign-in.service.ts';

/** What the names of all desks' cookies have in common. */
export const SESSION_COOKIE = 'desk_session';

/** The cookie of somebody who works at the desk. */
@Injectable()
export class SessionCookie extends DeskCookie {
  protected readonly kind = SESSION_COOKIE;

  /** Hands the browser its session, and answers with the person. */
  handOver(reply: FastifyReply, { user, session }: SignedIn): User {
    this.set(reply, session);
    return user;
  }
}
