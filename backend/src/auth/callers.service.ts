import { Injectable } from '@nestjs/common';
import { CallerRepository } from './caller.repository.ts';
import { isApiTokenSecret } from './domain/api-token-secret.ts';
import type { Caller } from './domain/caller.ts';
import { hashToken } from './domain/opaque-token.ts';
import { scopesOf } from './domain/permission.ts';

/** Knows callers by what they carry. */
@Injectable()
export class Callers {
  constructor(private readonly callers: CallerRepository) {}

  /** The person whose browser carries this secret; null when the session is over. */
  async bySession(token: string, address: string): Promise<Caller | null> {
    const found = await this.callers.findSession(hashToken(token));
    if (!found) return null;
    const { sessionId, user, stale } = found;
    if (stale) await this.callers.noteSessionUse(sessionId);
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
}
