import type { Secret } from '../config/secret.ts';

export interface AccessToken {
  readonly secret: Secret;
  /** Whether it was only just asked for: where the mail server refuses it, another one is of no use. */
  readonly isNew: boolean;
}

/** How tokens let somebody in at a mail server; see `byToken`. */
export interface TokenLogin {
  readonly kind: 'oauth';
  /**
   * Gives an access token; `anew` another one than before, as the mail server has refused that.
   *
   * @throws TokenRefused also for a while after the server has refused a new one.
   */
  readonly accessToken: (anew: boolean) => Promise<AccessToken>;
  /** Is told what the mail server made of the last one: its words where it refused a new one, null where it let the user in. */
  readonly told: (refusal: string | null) => void;
}

/** What lets somebody in at a mail server. */
export type Login = { readonly kind: 'password'; readonly password: Secret } | TokenLogin;

/** The same for a server that may ask for nothing; `lost` where the key is another one than it was sealed by. */
export type Credentials = Login | { readonly kind: 'nobody' | 'lost' };
