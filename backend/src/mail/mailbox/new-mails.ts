import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { type FetchedMail, MAIL_SIZE_MAX } from '../domain/kept-mail.ts';
import type { RefusedMails } from './refused-mails.ts';

/** What takes the mails of a mailbox, in order. */
export interface MailTaker {
  lastUid(mailbox: string, uidValidity: bigint): Promise<number>;
  take(mail: FetchedMail): Promise<void>;
}

/** What a server says of a mail. */
type GivenMail = Pick<FetchMessageObject, 'size' | 'internalDate' | 'source'>;

const NOT_GIVEN: GivenMail = {};

/** How much of another mail is fetched to see that the line carries mails, in bytes. */
const ENOUGH = 64 * 1024;
/** So many of those that lie behind a mail are asked for to see that. */
const WITNESSES = 2;

/**
 * Hands over the mails of a mailbox that have come since the last one that was taken. One that its server refuses again and again, while
 * it gives others, is handed over without its bytes; while nothing can be had it is the line that fails, and they are waited for.
 *
 * @throws Error when the server goes away, or does not give a mail that is still waited for
 */
export async function takeNew(
  client: ImapFlow,
  box: Pick<FetchedMail, 'mailbox' | 'uidValidity'>,
  taker: MailTaker,
  { refused, signal }: { readonly refused: RefusedMails; readonly signal: AbortSignal },
): Promise<void> {
  const { mailbox, uidValidity } = box;
  const last = await taker.lastUid(mailbox, uidValidity);
  const found: number[] = [];
  for await (const { uid } of client.fetch(`${last + 1}:*`, { uid: true }, { uid: true })) {
    // A range that begins behind the last mail holds that mail.
    if (uid > last) found.push(uid);
  }
  found.sort((one, other) => one - other);
  for (const [at, uid] of found.entries()) {
    const failures = refused.failures(mailbox, uidValidity, uid);
    const others = [...found.slice(at + 1, at + 1 + WITNESSES), ...(last > 0 ? [last] : [])];
    const failed = (isRefused: boolean) => !signal.aborted && refused.isGivenUp(mailbox, isRefused, uidValidity, uid);
    // Another one each time, and none now and then: they may be broken as well.
    const other = failures === 0 ? undefined : [...others, undefined][(failures - 1) % (others.length + 1)];
    const isVouchedFor =
      other !== undefined &&
      (await gives(client, other).catch((error: unknown) => {
        failed(false);
        throw error;
      }));
    const mail = await fetch(client, uid).catch((error: unknown) => {
      if (failed(isVouchedFor || (others.length === 0 && isRefusal(error)))) return NOT_GIVEN;
      throw error;
    });
    refused.forget(mailbox);
    if (mail) await taker.take({ ...box, uid, ...given(mail) });
  }
}

/** Whether it is the server that says no, in so many words. */
function isRefusal(error: unknown): boolean {
  const { responseStatus } = error as { readonly responseStatus?: unknown };
  return responseStatus === 'NO' || responseStatus === 'BAD';
}

/** Whether the server gives the beginning of a mail that lies there. */
async function gives(client: ImapFlow, uid: number): Promise<boolean> {
  const mail = await client.fetchOne(String(uid), { uid: true, source: { maxLength: ENOUGH } }, { uid: true });
  return mail !== false && mail.source !== undefined;
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
