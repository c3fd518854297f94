import { addressesIn } from '../../config/trusted-servers.ts';
import type { TrustedServers } from '../domain/trusted-servers.ts';
import type { HeaderLine } from './header-lines.ts';

/** What a server wrote into `Received` of who gave it the mail. */
export interface ReceivedFrom {
  /** What the other one called itself; null where the server tells of nobody, as it does within itself. */
  readonly helo: string | null;
  /** Its address, where that can be read. */
  readonly address: string | null;
  /** Whether it is written in brackets, as it has to be. */
  readonly isLiteral: boolean;
}

/** How a mail came to its mailbox. */
export interface MailPath {
  /** The first server that is none of ours: who gave the mail to the first one that is. Null where nobody knows. */
  readonly client: ReceivedFrom | null;
  /** What servers of ours wrote above that, from the top: nobody outside can put anything there. */
  readonly own: readonly HeaderLine[];
}

/**
 * Walks down from the top, past servers that only passed a mail on, to the first one of others. What stands below its `Received` it
 * may have written itself; where there is none, nothing is known of anything.
 *
 * @param read reads the value of a field `Received`
 */
export function mailPath(
  lines: readonly HeaderLine[],
  { relays }: Pick<TrustedServers, 'relays'>,
  read: (received: string) => ReceivedFrom,
): MailPath {
  const isRelay = addressesIn(relays);
  for (const [at, { name, value }] of lines.entries()) {
    if (name !== 'received') continue;
    const client = read(value);
    const passesOn = client.helo === null || (client.address !== null && isRelay(client.address));
    if (!passesOn) return { client, own: lines.slice(0, at) };
  }
  return { client: null, own: [] };
}
