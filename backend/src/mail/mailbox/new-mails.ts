import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { type FetchedMail, MAIL_SIZE_MAX } from '../domain/kept-mail.ts';
import type { MailTrouble, RefusedMails } from './refused-mails.ts';

/** What takes the mails of a mailbox, in order. */
export interface MailTaker {
  lastUid(mailbox: string, uidValidity: bigint): Promise<number>;
  take(mail: FetchedMail): Promise<void>;
}

/** What a server says of a mail. */
type GivenMail = Pick<FetchMessageObject, 'size' | 'internalDate' | 'source'>;

/** How much of another mail is fetched to see that the line carries mails, in bytes. */
const ENOUGH = 64 * 1024;

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
  const found = await numbersBehind(client, last);
  for (const [at, uid] of found.entries()) {
    const trouble = refused.of(mailbox, uidValidity);
    const mail = await mailOf(client, uid, { trouble, others: othersThan(found, at, last), signal });
    if (mail) await taker.take({ ...box, uid, ...given(mail) });
    if (!mail || mail.source) refused.forget(mailbox);
    // What kept one mail back has often ended the connection as well.
    if (!client.usable) throw new Error('The server has ended the connection');
  }
}

/** The numbers of the mails behind one of them, in order. */
async function numbersBehind(client: ImapFlow, last: number): Promise<readonly number[]> {
  const found: number[] = [];
  for await (const { uid } of client.fetch(`${last + 1}:*`, { uid: true }, { uid: true })) {
    // A range that begins behind the last mail holds that mail.
    if (uid > last) found.push(uid);
  }
  return found.sort((one, other) => one - other);
}

/** Mails beside one by which it can be seen whether the line carries any: the next one, the newest, and the last one that was taken. */
function othersThan(found: readonly number[], at: number, last: number): readonly number[] {
  const behind = found.slice(at + 1);
  return [...new Set([...behind.slice(0, 1), ...behind.slice(-1), ...(last > 0 ? [last] : [])])];
}

/** A mail as its server gives it, without its bytes where it is given up; false where it is gone. */
async function mailOf(
  client: ImapFlow,
  uid: number,
  about: { readonly trouble: MailTrouble; readonly others: readonly number[]; readonly signal: AbortSignal },
): Promise<GivenMail | false> {
  const { trouble, others, signal } = about;
  const isWaitedFor = trouble.failures(uid) > 0;
  const isVouchedFor = isWaitedFor && (await isLineGood(client, trouble, others));
  trouble.ask(uid);
  let known: GivenMail = {};
  try {
    // By that it is known again without its bytes.
    if (isWaitedFor) known = (await client.fetchOne(String(uid), { internalDate: true }, { uid: true })) || known;
    return await fetch(client, uid);
  } catch (error) {
    const isRefused = isVouchedFor || (others.length === 0 && isRefusal(error));
    if (signal.aborted || !isRefused || !trouble.isGivenUp(uid)) throw error;
    return { ...(known.internalDate && { internalDate: known.internalDate }) };
  }
}

/** Whether another mail comes over the line. */
async function isLineGood(client: ImapFlow, trouble: MailTrouble, others: readonly number[]): Promise<boolean> {
  const witness = trouble.witness(others);
  trouble.ask(witness);
  if (witness === null || !(await gives(client, witness))) return false;
  trouble.had(witness);
  return true;
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
