import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import type { Secret } from '../config/secret.ts';
import type { Login } from './credentials.ts';
import type { MailServer } from './domain/mail-server.ts';

/** What is shown to a server of mailboxes so that it lets a user in. */
interface Shown {
  readonly kind: Login['kind'];
  readonly secret: Secret | null;
}

/** A connection to a server of mailboxes that is yet to be made: encrypted as that is set, or not at all. */
export function imapClient(
  { host, port, security, user }: Omit<MailServer, 'oauth'>,
  { kind, secret }: Shown,
  options: Pick<
    ImapFlowOptions,
    'autoIdleDelay' | 'socketTimeout' | 'disableAutoIdle' | 'connectionTimeout' | 'greetingTimeout'
  >,
): ImapFlow {
  const shown = secret?.reveal() ?? '';
  const client = new ImapFlow({
    ...{ host, port, secure: security === 'tls', logger: false },
    auth: { user, ...(kind === 'oauth' ? { accessToken: shown } : { pass: shown }) },
    ...(security === 'starttls' && { doSTARTTLS: true }),
    ...options,
  });
  client.on('error', () => undefined);
  return client;
}
