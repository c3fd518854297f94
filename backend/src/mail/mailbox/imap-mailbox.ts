import type { ImapFlow } from 'imapflow';
import type { Secret } from '../../config/secret.ts';
import { imapClient } from '../../mail-accounts/imap-client.ts';
import { imapSecurity } from '../../mail-accounts/imap-security.ts';
import type { MailboxToRead } from '../../mail-accounts/mailboxes.service.ts';
import { byToken } from '../../mail-accounts/oauth/by-token.ts';
import { serverWords } from '../../mail-accounts/trial/server-words.ts';
import { type MailTaker, takeNew } from './new-mails.ts';
import type { RefusedMails } from './refused-mails.ts';

/** Whatever the server says or does not say, it is looked whether something has come after so many milliseconds. */
const LOOK_AGAIN_MS = 60_000;
const PATIENCE = { autoIdleDelay: 100, socketTimeout: 5 * 60_000 };

/** A mailbox, and how to sign in there. */
export type MailboxToFollow = Omit<MailboxToRead, 'mark'>;

/**
 * Hands over the mails of a mailbox, first those that lie there and then each as it comes (IDLE), until the signal fires or the
 * connection ends. Nothing is changed in the mailbox. A mail that cannot be had for some time is handed over without its bytes, so that
 * those behind it come.
 *
 * @throws Error when the server cannot be reached, lets nobody in, has no such folder, or goes away
 */
export async function followMailbox(
  mailbox: MailboxToFollow,
  taker: MailTaker,
  refused: RefusedMails,
  signal: AbortSignal,
): Promise<void> {
  const client = await connected(mailbox, signal);
  const failed = new Promise<never>((_, reject) => {
    client.on('error', reject);
    client.on('close', () => {
      reject(new Error('The server has ended the connection'));
    });
  });
  failed.catch(() => undefined);
  const bell = new Bell();
  client.on('exists', () => {
    bell.ring();
  });
  const close = (): void => {
    client.close();
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    const { uidValidity } = await client.mailboxOpen(mailbox.folder, { readOnly: true });
    const box = { mailbox: mailbox.name, uidValidity };
    while (!signal.aborted) {
      await Promise.race([takeNew(client, box, taker, { refused, signal }), failed]);
      await Promise.race([bell.next(), failed]);
    }
  } finally {
    bell.ring();
    signal.removeEventListener('abort', close);
    client.close();
  }
}

/** What says whether it is the user that a server does not let in. */
interface Refusal {
  readonly authenticationFailed?: boolean;
  readonly responseText?: unknown;
}

/** Signs in; where a token is refused, once more with another one. */
async function connected(mailbox: MailboxToFollow, signal: AbortSignal): Promise<ImapFlow> {
  const { login } = mailbox;
  if (login.kind === 'password') return connect(mailbox, login.password, signal);
  const signedIn = await byToken<ImapFlow | Error>(login, async (token) => {
    try {
      return { outcome: await connect(mailbox, token, signal), refusal: null };
    } catch (error) {
      if (!(error as Refusal).authenticationFailed) throw error;
      return { outcome: error as Error, refusal: (error as Error).message };
    }
  });
  if (signedIn instanceof Error) throw signedIn;
  return signedIn;
}

/** @throws Error with the words of the server, as far as they may be shown */
async function connect(mailbox: MailboxToFollow, secret: Secret, signal: AbortSignal): Promise<ImapFlow> {
  const { user, login } = mailbox;
  const client = imapClient({ ...mailbox, security: imapSecurity(mailbox) }, { kind: login.kind, secret }, PATIENCE);
  const close = (): void => client.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    const { message, authenticationFailed = false, responseText } = error as Error & Refusal;
    const said = typeof responseText === 'string' ? `${message}: ${responseText}` : message;
    throw Object.assign(new Error(serverWords(said, user, secret)), { authenticationFailed });
  } finally {
    signal.removeEventListener('abort', close);
  }
}

/** Remembers that something was told, and wakes whoever waits for it; nobody waits longer than a while. */
class Bell {
  private heard = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.heard = true;
    this.wake?.();
  }

  async next(): Promise<void> {
    if (!this.heard) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_AGAIN_MS);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.heard = false;
    this.wake = null;
  }
}
