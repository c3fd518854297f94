import type { Secret } from './secret.ts';
import { serverAddress } from './server-address.ts';

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
  const address = serverAddress(word, PORTS);
  if (address === null) return null;
  const { protocol, hostname, host, port, user, password, path } = address;
  if (user === '' || password === null) return null;
  const folder = path.replace(/^\//, '') || 'INBOX';
  return { name: `${user} at ${hostname}, ${folder}`, host, port, tls: protocol === 'imaps:', user, password, folder };
}
