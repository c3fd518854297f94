import { ValidationFailed } from '../../common/problems/domain-error.ts';
import type { MailServer } from './mail-server.ts';

/** A password or token is needed, and there is none that may be used; `kept` is what one was typed for before. */
export function secretsMissing({ oauth }: Pick<MailServer, 'oauth'>, kept: MailServer | null): ValidationFailed {
  const [field, what] = oauth ? ['refresh_token', 'refresh token'] : ['password', 'password'];
  const message =
    kept && (kept.oauth === null) === (oauth === null)
      ? `Type the ${what} anew: the one that is kept is for ${kept.user} at ${kept.host}, port ${String(kept.port)}, as it was, and cannot be used for anything else.`
      : `${what.charAt(0).toUpperCase()}${what.slice(1)} is required.`;
  return new ValidationFailed([{ field, code: 'required', message }]);
}
