import type { Secret } from '../../config/secret.ts';
import type { Credentials } from '../credentials.ts';
import { type Attempt, TrialFailure } from '../domain/trial.ts';
import { TokenRefused } from '../oauth/token-refused.ts';

/** The step that gets an access token, where one is needed; `take` gets it. It is a new one, so that what gives it is tried too. */
export function tokenStep(credentials: Credentials, take: (token: Secret) => void): readonly Attempt[] {
  if (credentials.kind !== 'oauth') return [];
  const { accessToken } = credentials;
  return [
    [
      'token',
      async () => {
        try {
          take((await accessToken(true)).secret);
        } catch (error) {
          throw error instanceof TokenRefused ? new TrialFailure(error.message) : error;
        }
        return 'The token endpoint gave an access token';
      },
    ],
  ];
}
