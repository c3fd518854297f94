import { isLoopback } from './loopback.ts';
import type { Secret } from './secret.ts';
import { serverAddress } from './server-address.ts';

/** The server that takes mails of the desk. */
interface SenderServer {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte, as soon as the server has greeted (and not at all without), or never. */
  readonly security: 'tls' | 'starttls' | 'none';
  /** Null where nobody signs in. */
  readonly user: string | null;
  readonly password: Secret | null;
}

/** How the desk sends mails. */
export interface Sender extends SenderServer {
  /** What the desk is called in its mails; empty for nothing. */
  readonly fromName: string;
  readonly fromAddress: string;
  /** Whether what is sent to `desk+anything@…` arrives at `desk@…`: then answers are addressed so that they name their ticket. */
  readonly usesPlusAddress: boolean;
  /** Whether servers are asked to report what became of mails (DSN). */
  readonly asksReceipts: boolean;
}

/** The settings by which a sender is told, as the environment has them. */
interface SenderVariables {
  readonly SMTP_URL?: string;
  readonly MAIL_FROM?: string;
  readonly MAIL_PLUS_ADDRESS: boolean;
  readonly MAIL_RECEIPTS: boolean;
}

const PORTS: Readonly<Record<string, number>> = { 'smtps:': 465, 'smtp:': 587 };
const MAILBOX = /^(?:"?([^"<>\r\n]*?)"?\s*<([^\s@<>,;"]+@[^\s@<>,;"]+)>|([^\s@<>,;"]+@[^\s@<>,;"]+))$/;

/** Null where none is set up. */
export function senderAccount({
  SMTP_URL,
  MAIL_FROM,
  MAIL_PLUS_ADDRESS: usesPlusAddress,
  MAIL_RECEIPTS: asksReceipts,
}: SenderVariables): Sender | null {
  const [server, from] = [serverOf(SMTP_URL ?? ''), mailboxOf(MAIL_FROM ?? '')];
  return server && from && { ...server, fromName: from.name, fromAddress: from.address, usesPlusAddress, asksReceipts };
}

export function isSmtpServer(text: unknown): boolean {
  return typeof text === 'string' && serverOf(text) !== null;
}

/** Whether a text is one address, which may have a name: `Desk <desk@example.com>`. */
export function isMailbox(text: unknown): boolean {
  return typeof text === 'string' && mailboxOf(text) !== null;
}

function serverOf(text: string): SenderServer | null {
  const address = serverAddress(text, PORTS);
  if (address === null || !['', '/'].includes(address.path)) return null;
  const { protocol, host, port, user, password } = address;
  // Nobody listens on the way to the machine's own server, which seldom has a certificate.
  const security = protocol === 'smtps:' ? 'tls' : isLoopback(host) ? 'none' : 'starttls';
  return { host, port, security, user: user || null, password };
}

function mailboxOf(text: string): { readonly name: string; readonly address: string } | null {
  const [, name = '', named, bare] = MAILBOX.exec(text.trim()) ?? [];
  const address = named ?? bare;
  return address === undefined ? null : { name: name.trim(), address };
}
