import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OAuthClient } from '../domain/oauth-client.ts';
import type { OAuthSecrets } from '../typed-secrets.ts';
import { type GivenToken, askForToken } from './token-endpoint.ts';

/** A token is not used for its last so many milliseconds. */
const SPARE_MS = 60_000;
/** The newest so many are remembered. */
const KNOWN_MAX = 500;

interface KnownToken extends GivenToken {
  /** Until when it is used, in milliseconds since 1970. */
  readonly until: number;
}

/** Access tokens for mail servers, each remembered by the process until a little before it expires. */
@Injectable()
export class AccessTokens {
  private readonly known = new Map<string, KnownToken>();
  private readonly asked = new Map<string, Promise<GivenToken>>();

  /**
   * A token that counts, and whether it was asked for; `anew` one that was not given before.
   *
   * @throws TokenRefused
   */
  async give(
    client: OAuthClient,
    secrets: OAuthSecrets,
    anew: boolean,
  ): Promise<GivenToken & { readonly isNew: boolean }> {
    const key = keyOf(client, secrets);
    const known = this.known.get(key);
    if (!anew && known && Date.now() < known.until) return { ...known, isNew: false };
    const asked = this.asked.get(key) ?? this.ask(key, client, this.newest(client, secrets));
    this.asked.set(key, asked);
    return { ...(await asked.finally(() => this.asked.delete(key))), isNew: true };
  }

  /** The same, with the refresh token that the endpoint has given in place of theirs, if it did. */
  newest(client: OAuthClient, secrets: OAuthSecrets): OAuthSecrets {
    return { ...secrets, refreshToken: this.known.get(keyOf(client, secrets))?.refreshToken ?? secrets.refreshToken };
  }

  private async ask(key: string, client: OAuthClient, secrets: OAuthSecrets): Promise<GivenToken> {
    const given = await askForToken(client, secrets);
    const known = { ...given, until: Date.now() + given.seconds * 1_000 - SPARE_MS };
    for (const one of new Set([key, keyOf(client, { ...secrets, refreshToken: given.refreshToken })])) {
      this.known.delete(one);
      this.known.set(one, known);
    }
    for (const oldest of [...this.known.keys()].slice(0, -KNOWN_MAX)) this.known.delete(oldest);
    return given;
  }
}

function keyOf({ clientId, tokenUrl, scope }: OAuthClient, { clientSecret, refreshToken }: OAuthSecrets): string {
  const text = JSON.stringify([clientId, tokenUrl, scope, clientSecret?.reveal(), refreshToken.reveal()]);
  return createHash('sha256').update(text).digest('base64url');
}
