import { ValidationFailed } from '../common/problems/domain-error.ts';
import { isLoopback } from '../config/loopback.ts';
import type { MailServer } from './domain/mail-server.ts';

/**
 * Nobody on the way reads passwords and mails.
 *
 * @throws ValidationFailed for a server elsewhere without encryption.
 */
export function requireSafeServer({ host, security }: Pick<MailServer, 'host' | 'security'>): void {
  if (security !== 'none' || isLoopback(host)) return;
  const message = 'Without encryption only a server on this machine is taken: localhost, 127.0.0.1 or ::1.';
  throw new ValidationFailed([{ field: 'security', code: 'not_encrypted', message }]);
}
