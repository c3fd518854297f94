import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.ts';
import { DeskIdentity } from '../database/desk-identity.ts';
import type { StartedSession } from './domain/session.ts';

/**
 * A cookie that holds the secret of a session. Browsers keep cookies by host and not by port, so its name tells the desk that it
 * belongs to. Behind https it may be set and read by this host alone and over https alone, which is what its prefix tells the
 * browser; a cookie without the prefix is then not looked at. A desk that lives below a path keeps its cookie below that path,
 * which the stricter of the two prefixes does not allow.
 */
@Injectable()
export abstract class DeskCookie {
  /** What the names of all desks' cookies of this kind have in common. */
  protected abstract readonly kind: string;

  constructor(
    private readonly desk: DeskIdentity,
    private readonly settings: Settings,
  ) {}

  /** @param secure whether the browser speaks https */
  nameFor({ secure }: { secure: boolean }): string {
    const name = `${this.kind}_${this.desk.id}`;
    if (!secure) return name;
    return this.settings.basePath === '' ? `__Host-${name}` : `__Secure-${name}`;
  }

  /** The secret of the session that the browser carries, or null. */
  presented(request: FastifyRequest): string | null {
    return request.cookies[this.nameFor(attributes(request))] ?? null;
  }

  /** Makes the browser forget its session. */
  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.nameOn(reply), this.attributesOn(reply));
  }

  protected set(reply: FastifyReply, { token, expiresAt }: StartedSession): void {
    void reply.setCookie(this.nameOn(reply), token, { ...this.attributesOn(reply), expires: expiresAt });
  }

  private nameOn({ request }: FastifyReply): string {
    return this.nameFor(attributes(request));
  }

  private attributesOn({ request }: FastifyReply): { path: string } & ReturnType<typeof attributes> {
    return { path: this.settings.basePath || '/', ...attributes(request) };
  }
}

function attributes(request: FastifyRequest): { httpOnly: true; sameSite: 'lax'; secure: boolean } {
  return { httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' };
}
