import { isLoopback } from '../config/loopback.ts';
import type { MailboxSettings } from '../config/mailbox-addresses.ts';
import type { Security } from './domain/mail-server.ts';

/** How the connection to a mailbox of the environment is encrypted: what goes over the network goes encrypted, or not at all. */
export function imapSecurity({ tls, host }: Pick<MailboxSettings, 'tls' | 'host'>): Security {
  if (tls) return 'tls';
  return isLoopback(host) ? 'none' : 'starttls';
}
