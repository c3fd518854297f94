import { Secret } from './secret.ts';

/** How a mailbox is reached. */
export interface MailboxSettings {
  /** User, server and folder, as the mailbox is known by. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Whether the connection is encrypted from its first byte; else by STARTTLS, without which only this machine is trusted. */
  readonly tls: boolean;
  readonly user: string;
  readonly password: Secret;
  readonly folder: string;
}

const PORTS: Readonly<Record<string, number>> = { 'imaps:': 993, 'imap:': 143 };

/** Whether a text is nothing but addresses of mailboxes with spaces between them. */
export function areMailboxes(text: unknown): boolean {
  return typeof text === 'string' && wordsOf(text).every((word) => mailboxOf(word) !== null);
}

/** The mailboxes of a text that is nothing else. */
export function mailboxAddresses(text: string): readonly MailboxSettings[] {
  return wordsOf(text)
    .map(mailboxOf)
    .filter((mailbox) => mailbox !== null);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function mailboxOf(word: string): MailboxSettings | null {
  try {
    const { protocol, hostname, port, username, password, pathname } = new URL(word);
    const usual = PORTS[protocol];
    const user = decodeURIComponent(username);
    if (usual === undefined || hostname === '' || user === '' || password === '') return null;
    const folder = decodeURIComponent(pathname.replace(/^\//, '')) || 'INBOX';
    return {
      name: `${user} at ${hostname}, ${folder}`,
      ...{ host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? usual : Number(port) },
      ...{ tls: protocol === 'imaps:', user, password: new Secret(decodeURIComponent(password)), folder },
    };
  } catch {
    return null;
  }
}
