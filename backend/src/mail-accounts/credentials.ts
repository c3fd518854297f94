import type { Secret } from '../config/secret.ts';

/**
 * Gives an access token; `anew` another one than before, as the mail server has refused that.
 *
 * @throws TokenRefused
 */
export type AccessToken = (anew: boolean) => Promise<Secret>;

/** What lets somebody in at a mail server. */
export type Login =
  | { readonly kind: 'password'; readonly password: Secret }
  | { readonly kind: 'oauth'; readonly accessToken: AccessToken };

/** The same for a server that may ask for nothing; `lost` where the key is another one than it was sealed by. */
export type Credentials = Login | { readonly kind: 'nobody' | 'lost' };
