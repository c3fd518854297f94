import type { MailServer } from './mail-server.ts';

/** In characters. */
export const FROM_NAME_MAX = 100;

/** How the desk sends mails, but for the password. */
export interface SenderFields extends Omit<MailServer, 'user'> {
  /** Null where nobody signs in. */
  readonly user: string | null;
  /** What the desk is called in its mails; empty for nothing. */
  readonly fromName: string;
  readonly fromAddress: string;
  /** Further addresses of the desk. */
  readonly addresses: readonly string[];
  /** Whether what is sent to `desk+anything@…` arrives at `desk@…`. */
  readonly usesPlusAddress: boolean;
  /** Whether servers are asked to report what became of mails. */
  readonly asksReceipts: boolean;
}

/** The sender as admins have set it. */
export interface SenderAccount extends SenderFields {
  /** Whether its password can be read, or none is needed. */
  readonly hasPassword: boolean;
  readonly version: number;
}

/** The sender where the desk is installed: nobody changes it here. */
export type FixedSender = Omit<SenderFields, 'addresses' | 'oauth'>;
