import type { TrustedServers } from './trusted-servers.ts';
import type { MailServer } from './mail-server.ts';

/** In characters. */
export const FOLDER_MAX = 200;
/** A process that works holds a connection to each, if no other one does. */
export const MAILBOXES_MAX = 50;

/** What an admin says of a mailbox, but for its password. */
export interface MailboxFields extends MailServer, TrustedServers {
  readonly folder: string;
  /** Addresses whose mails come here besides those of the user, so that the desk knows them for its own. */
  readonly addresses: readonly string[];
  /** Whether it is read. */
  readonly active: boolean;
}

/** A mailbox that an admin has set up. */
export interface Mailbox extends MailboxFields {
  readonly id: number;
  /** User, server and folder: what its mails are known by. */
  readonly name: string;
  /** Whether its password can be read: one sealed by another key has to be typed anew. */
  readonly hasPassword: boolean;
  /** When what is read of it may have come earliest; null for all that lies there. */
  readonly readsSince: Date | null;
  readonly version: number;
}

/** A mailbox that is set where the desk is installed: nobody changes it here. */
export type FixedMailbox = Pick<
  Mailbox,
  'name' | 'host' | 'port' | 'security' | 'user' | 'folder' | keyof TrustedServers
>;

/** What a mailbox is called. */
export function mailboxName({ user, host, folder }: Pick<MailboxFields, 'user' | 'host' | 'folder'>): string {
  return `${user} at ${host}, ${folder}`;
}
