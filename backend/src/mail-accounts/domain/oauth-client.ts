/** Who asks for access tokens, where, and for what; shown to admins. */
export interface OAuthClient {
  readonly clientId: string;
  /** The token endpoint. */
  readonly tokenUrl: string;
  /** Names with spaces between them; empty leaves it to the endpoint. */
  readonly scope: string;
}

/** In characters. */
export const CLIENT_ID_MAX = 500;
export const TOKEN_URL_MAX = 500;
export const SCOPE_MAX = 1_000;
