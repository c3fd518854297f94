import type { MailServer } from './mail-server.ts';

/** How nodemailer reaches a server: encrypted as that is set, or not at all. */
export function smtpServer({ host, port, security }: Pick<MailServer, 'host' | 'port' | 'security'>) {
  return { host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' };
}
