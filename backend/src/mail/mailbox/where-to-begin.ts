import type { ImapFlow } from 'imapflow';
import type { FetchedMail } from '../domain/kept-mail.ts';

/** What knows how far mailboxes were read. */
export interface MailboxPlaces {
  /** Whether something is known of the mailbox as it is numbered now. */
  isKnown(mailbox: string, uidValidity: bigint): Promise<boolean>;
  /** Keeps that it is read from behind this mail on. */
  begin(mailbox: string, uidValidity: bigint, lastUid: number): Promise<void>;
}

/**
 * Passes over what came before a moment, in a mailbox of which nothing is known, or that numbers its mails anew. What is behind the first
 * mail that came since is read, whenever it came: somebody has put it there.
 */
export async function passOverOld(
  client: ImapFlow,
  { mailbox, uidValidity }: Pick<FetchedMail, 'mailbox' | 'uidValidity'>,
  since: Date,
  places: MailboxPlaces,
): Promise<void> {
  if (await places.isKnown(mailbox, uidValidity)) return;
  let [last, first] = [0, Infinity];
  for await (const { uid, internalDate } of client.fetch('1:*', { uid: true, internalDate: true }, { uid: true })) {
    last = Math.max(last, uid);
    if (!internalDate || new Date(internalDate).getTime() >= since.getTime()) first = Math.min(first, uid);
  }
  await places.begin(mailbox, uidValidity, Math.min(last, first - 1));
}
