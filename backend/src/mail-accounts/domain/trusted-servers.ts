/** Servers in front of a mailbox that are believed, beyond the one that wrote the topmost `Received`. */
export interface TrustedServers {
  /** Whose `Authentication-Results` are believed, in small letters; null for nobody's. */
  readonly authservId: string | null;
  /** Addresses and networks of servers that pass mails on to the mailbox, like `192.0.2.0/24`. */
  readonly relays: readonly string[];
}

export const NOBODY_TRUSTED: TrustedServers = { authservId: null, relays: [] };
