import type { Secret } from './secret.ts';
import { type ServerAddress, serverAddress } from './server-address.ts';
import { RELAYS_MAX, readAuthservId, readNetwork } from './trusted-servers.ts';

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
  /** Whose `Authentication-Results` are believed, in small letters; null for nobody's. */
  readonly authservId: string | null;
  /** Addresses and networks of servers that pass mails on to it. */
  readonly relays: readonly string[];
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
  const trusted = trustedServers(address);
  if (user === '' || password === null || trusted === null) return null;
  const folder = path.replace(/^\//, '') || 'INBOX';
  const name = `${user} at ${hostname}, ${folder}`;
  return { name, host, port, tls: protocol === 'imaps:', user, password, folder, ...trusted };
}

/** The servers that are believed, like `?authserv_id=mx.example.net&relays=192.0.2.0/24,2001:db8::/32`; null where something else is said. */
function trustedServers({
  query,
}: Pick<ServerAddress, 'query'>): Pick<MailboxSettings, 'authservId' | 'relays'> | null {
  const said = new Map(query);
  const { authserv_id: id = null, relays: listed = '', ...others } = Object.fromEntries(said);
  const relays = listed === '' ? [] : listed.split(',').map(readNetwork);
  const authservId = id === null ? null : readAuthservId(id);
  if (said.size < query.length || Object.keys(others).length > 0 || relays.length > RELAYS_MAX) return null;
  if ((id !== null && authservId === null) || !relays.every((relay) => relay !== null)) return null;
  return { authservId, relays };
}
