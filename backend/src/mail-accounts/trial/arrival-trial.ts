import type { ImapFlow } from 'imapflow';
import type { TrustedServers } from '../domain/trusted-servers.ts';
import { type HeaderLine, headerLines } from '../arrival/header-lines.ts';
import { DOMAINS_NEEDED, MAILS_NEEDED, proposedServers } from '../arrival/proposed-servers.ts';
import { receivedFrom } from '../arrival/received-from.ts';
import { TrialSkip } from '../domain/trial.ts';

/** So many mails are looked at, from the whole of the folder: whoever sends many at once shall not decide. */
const MAILS_MAX = 20;

/** Looks at how the mails of a folder came there, for what to propose. */
export class ArrivalTrial {
  /** What seems to be so beyond what is typed; null before it was looked, and where there is nothing. */
  proposal: TrustedServers | null = null;

  constructor(private readonly typed: TrustedServers) {}

  /**
   * Gives what was found in the folder that is open, in words.
   *
   * @throws TrialSkip where its mails do not tell.
   */
  async look(client: ImapFlow | null): Promise<string> {
    const mails = await headersOf(client).catch(() => {
      throw new TrialSkip('The server does not give the headers of its mails');
    });
    const found = proposedServers(mails, this.typed, receivedFrom);
    if (found === null) {
      throw new TrialSkip(`Too few mails to tell: ${MAILS_NEEDED} of ${DOMAINS_NEEDED} different domains are needed`);
    }
    const { authservId, relays } = this.typed;
    if (found.authservId !== authservId || found.relays.length > relays.length) this.proposal = found;
    return wordsOf(found);
  }
}

function wordsOf({ authservId, relays }: TrustedServers): string {
  const way = relays.length === 0 ? 'Straight from outside' : `Through ${relays.join(', ')}`;
  return authservId === null ? way : `${way}, with Authentication-Results of ${authservId}`;
}

async function headersOf(client: ImapFlow | null): Promise<(readonly HeaderLine[])[]> {
  const exists = client?.mailbox ? client.mailbox.exists : 0;
  if (!client || exists === 0) return [];
  const count = Math.min(exists, MAILS_MAX);
  const numbers = Array.from({ length: count }, (_, at) => exists - Math.floor((at * exists) / count));
  const found: (readonly HeaderLine[])[] = [];
  for await (const { headers } of client.fetch(numbers.join(','), { headers: true })) {
    if (headers) found.push(headerLines(headers));
  }
  return found;
}
