import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { CallerRepository } from './caller.repository.ts';
import { isApiTokenSecret } from './domain/api-token-secret.ts';
import type { Caller } from './domain/caller.ts';
import { hashToken } from './domain/opaque-token.ts';
import { scopesOf } from './domain/permission.ts';

/** How often it is noted that something was used: noting it each time would turn every read into a write. */
const NOTE_SECONDS_MAX = 60;

/** Knows callers by what they carry. */
@Injectable()
export class Callers {
  private readonly idleMinutes: number;
  private readonly noteSeconds: number;

  constructor(
    private readonly callers: CallerRepository,
    { session }: Settings,
  ) {
    this.idleMinutes = session.idleMinutes;
    // Well within the time after which an unused session ends.
    this.noteSeconds = Math.min(NOTE_SECONDS_MAX, session.idleMinutes * 6);
  }

  /** The person whose browser carries this secret; null when the session is over. */
  async bySession(token: string, address: string): Promise<Caller | null> {
    const found = await this.callers.findSession(hashToken(token), this.idleMinutes, this.noteSeconds);
    if (!found) return null;
    const { sessionId, user, stale } = found;
    if (stale) await this.callers.noteSessionUse(sessionId);
    return { userId: user.id, via: 'web', tokenId: null, address, user, sessionId, scopes: scopesOf(user.role) };
  }

  /** The person in whose name this API token works; null when it does not, for whatever reason. */
  async byApiToken(secret: string, address: string): Promise<Caller | null> {
    // A mistyped one costs no query.
    const found = isApiTokenSecret(secret) ? await this.callers.findToken(hashToken(secret), this.noteSeconds) : null;
    if (!found) return null;
    const { tokenId, user, scopes, stale } = found;
    if (stale) await this.callers.noteTokenUse(tokenId);
    const granted = scopesOf(user.role).filter((scope) => scopes.includes(scope));
    return { userId: user.id, via: 'token', tokenId, address, user, sessionId: null, scopes: granted };
  }
}
