import type { Secret } from '../../config/secret.ts';
import type { TokenLogin } from '../credentials.ts';

/** How it went to sign in. */
export interface SigningIn<T> {
  readonly outcome: T;
  /** The words of the server where it refused the user, null where it let them in, undefined where nobody knows. */
  readonly refusal: string | null | undefined;
}

/**
 * Signs in by a token. Where the server refuses one that is not new, once more with another one; where it refuses that too, no token is
 * asked for and nobody signs in for a while.
 *
 * @throws TokenRefused
 */
export async function byToken<T>(
  { accessToken, told }: TokenLogin,
  signIn: (token: Secret) => Promise<SigningIn<T>>,
): Promise<T> {
  const token = await accessToken(false);
  let last = await signIn(token.secret);
  if (typeof last.refusal === 'string' && !token.isNew) last = await signIn((await accessToken(true)).secret);
  if (last.refusal !== undefined) told(last.refusal);
  return last.outcome;
}
