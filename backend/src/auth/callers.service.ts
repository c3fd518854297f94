import { Injectable } from '@nestjs/common';
import { CallerRepository } from './caller.repository.ts';
import { isApiTokenSecret } from './domain/api-token-secret.ts';
import type { Caller } from './domain/caller.ts';
import { hashToken } from './domain/opaque-token.ts';
import { scopesOf } from './domain/permission.ts';
import type { Scope } from './domain/scope.ts';

/** Knows callers by what they carry. */
@Injectable()
export class Callers {
  constructor(private readonly callers: CallerRepository) {}

  /** The person whose browser carries this secret; null when the session is over. `isUse` is whether it is used by that. */
  async bySession(token: string, address: string, isUse = true): Promise<Caller | null> {
    const found = await this.callers.findSession(hashToken(token));
    if (!found) return null;
    const { sessionId, user, stale } = found;
    if (stale && isUse) await this.callers.noteSessionUse(sessionId);
    return { userId: user.id, via: 'web', tokenId: null, address, user, sessionId, scopes: scopesOf(user.role) };
  }

  /** The person in whose name this API token works; null when it does not, for whatever reason. */
  async byApiToken(secret: string, address: string): Promise<Caller | null> {
    // A mistyped one costs no query.
    const found = isApiTokenSecret(secret) ? await this.callers.findToken(hashToken(secret)) : null;
    if (!found) return null;
    const { tokenId, user, scopes, stale } = found;
    if (stale) await this.callers.noteTokenUse(tokenId);
    const granted = scopesOf(user.role).filter((scope) => scopes.includes(scope));
    return { userId: user.id, via: 'token', tokenId, address, user, sessionId: null, scopes: granted };
  }

  /**
   * Which of those who were let in would be let in now, and with which scopes. Asking counts as no use of a session or token.
   */
  async stillGood(callers: readonly Caller[]): Promise<ReadonlyMap<Caller, readonly Scope[]>> {
    const ids = (all: readonly (string | null)[]) => [...new Set(all.filter((id) => id !== null))];
    const roles = await this.callers.roles(
      ids(callers.map(({ sessionId }) => sessionId)),
      ids(callers.map(({ tokenId }) => tokenId)),
    );
    const good = callers.flatMap((caller) => {
      const role = roles.get(caller.sessionId ?? caller.tokenId ?? '');
      if (role === undefined) return [];
      const allowed = scopesOf(role);
      // A person in a browser has all that their role allows by now.
      return [[caller, allowed.filter((scope) => caller.via === 'web' || caller.scopes.includes(scope))] as const];
    });
    return new Map(good);
  }
}
