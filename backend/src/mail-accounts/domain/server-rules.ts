import { ValidationFailed } from '../../common/problems/domain-error.ts';
import type { MailServer } from './mail-server.ts';

const ON_THIS_MACHINE = ['localhost', '127.0.0.1', '::1'];

/**
 * Nobody on the way reads passwords and mails.
 *
 * @throws ValidationFailed for a server elsewhere without encryption.
 */
export function requireSafeServer({ host, security }: Pick<MailServer, 'host' | 'security'>): void {
  if (security !== 'none' || ON_THIS_MACHINE.includes(host)) return;
  const message = 'Without encryption only a server on this machine is taken: localhost, 127.0.0.1 or ::1.';
  throw new ValidationFailed([{ field: 'security', code: 'not_encrypted', message }]);
}

/** A password is needed, and there is none that may be used; `kept` is what one was typed for before. */
export function passwordMissing(kept: MailServer | null): ValidationFailed {
  const message = kept
    ? `Type the password anew: the one that is kept is for ${kept.user} at ${kept.host}, port ${String(kept.port)}, as it was, and cannot be used for anything else.`
    : 'Password is required.';
  return new ValidationFailed([{ field: 'password', code: 'required', message }]);
}
