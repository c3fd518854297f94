import { ValidationFailed } from '../../common/problems/domain-error.ts';
import type { MailServer } from './mail-server.ts';

/** A password is needed, and there is none that may be used; `kept` is what one was typed for before. */
export function passwordMissing(kept: MailServer | null): ValidationFailed {
  const message = kept
    ? `Type the password anew: the one that is kept is for ${kept.user} at ${kept.host}, port ${String(kept.port)}, as it was, and cannot be used for anything else.`
    : 'Password is required.';
  return new ValidationFailed([{ field: 'password', code: 'required', message }]);
}
