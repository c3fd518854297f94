import { Secret } from '../config/secret.ts';

/** What access tokens are asked for with. */
export interface OAuthSecrets {
  /** Null for a client that has none. */
  readonly clientSecret: Secret | null;
  readonly refreshToken: Secret;
}

/** What an admin has typed to sign in with; null for what was left out. */
export interface TypedSecrets {
  readonly password: Secret | null;
  /** Null for a client that has none; undefined where it was left out. */
  readonly clientSecret: Secret | null | undefined;
  readonly refreshToken: Secret | null;
}

/** Both as one text that can be sealed. */
export function oneSecret({ clientSecret, refreshToken }: OAuthSecrets): Secret {
  return new Secret(JSON.stringify([refreshToken.reveal(), clientSecret?.reveal() ?? null]));
}

/** What `oneSecret` has made. */
export function oauthSecrets(one: Secret): OAuthSecrets {
  const [refreshToken, clientSecret] = JSON.parse(one.reveal()) as [string, string | null];
  return {
    refreshToken: new Secret(refreshToken),
    clientSecret: clientSecret === null ? null : new Secret(clientSecret),
  };
}
