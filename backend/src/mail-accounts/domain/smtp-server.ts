import type { MailServer } from './mail-server.ts';

/** How nodemailer reaches a server. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte. */
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
}

/** Encrypted as that is set, or not at all. */
export function smtpServer({ host, port, security }: Pick<MailServer, 'host' | 'port' | 'security'>): SmtpServer {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
  };
}
