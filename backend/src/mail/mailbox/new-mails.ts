import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { type FetchedMail, MAIL_SIZE_MAX } from '../domain/kept-mail.ts';

/** What takes the mails of a mailbox, in order. */
export interface MailTaker {
  lastUid(mailbox: string, uidValidity: bigint): Promise<number>;
  take(mail: FetchedMail): Promise<void>;
}

/** What a server says of a mail. */
type GivenMail = Pick<FetchMessageObject, 'size' | 'internalDate' | 'source'>;

const NOT_GIVEN: GivenMail = {};

/**
 * Hands over the mails of a mailbox that have come since the last one that was taken. One of which `givesUp` says so, as it cannot be
 * had, is handed over without its bytes.
 *
 * @throws Error when the server goes away, or does not give a mail that is still waited for
 */
export async function takeNew(
  client: ImapFlow,
  box: Pick<FetchedMail, 'mailbox' | 'uidValidity'>,
  taker: MailTaker,
  givesUp: (uid: number) => boolean,
): Promise<void> {
  const last = await taker.lastUid(box.mailbox, box.uidValidity);
  const found: number[] = [];
  for await (const { uid } of client.fetch(`${last + 1}:*`, { uid: true }, { uid: true })) {
    // A range that begins behind the last mail holds that mail.
    if (uid > last) found.push(uid);
  }
  for (const uid of found.sort((one, other) => one - other)) {
    const mail = await fetch(client, uid).catch((error: unknown) => {
      if (givesUp(uid)) return NOT_GIVEN;
      throw error;
    });
    if (mail) await taker.take({ ...box, uid, ...given(mail) });
  }
}

/** False for one that is gone. What a server does not give at once it is asked for once more. */
async function fetch(client: ImapFlow, uid: number): Promise<GivenMail | false> {
  const wanted = { uid: true, size: true, internalDate: true, source: { maxLength: MAIL_SIZE_MAX + 1 } };
  const ask = () => client.fetchOne(String(uid), wanted, { uid: true });
  const mail = await ask();
  return mail && !mail.source ? ask() : mail;
}

function given({ size = 0, internalDate, source }: GivenMail): Pick<FetchedMail, 'arrivedAt' | 'size' | 'raw'> {
  const moment = new Date(internalDate ?? NaN);
  const bytes = Math.max(size, source?.length ?? 0);
  return {
    arrivedAt: Number.isNaN(moment.getTime()) ? new Date() : moment,
    size: bytes,
    raw: source && bytes <= MAIL_SIZE_MAX ? source : null,
  };
}
