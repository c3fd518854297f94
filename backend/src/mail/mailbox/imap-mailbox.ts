import type { ImapFlow } from 'imapflow';
import type { Secret } from '../../config/secret.ts';
import { imapClient } from '../../mail-accounts/imap-client.ts';
import type { FetchedMail } from '../domain/kept-mail.ts';
import type { MailboxToRead } from '../../mail-accounts/mailboxes.service.ts';
import { byToken } from '../../mail-accounts/oauth/by-token.ts';
import { serverWords } from '../../mail-accounts/trial/server-words.ts';
import { type MailTaker, takeNew } from './new-mails.ts';
import type { RefusedMails } from './refused-mails.ts';

/** Whatever the server says or does not say, it is looked whether something has come after so many milliseconds. */
const LOOK_AGAIN_MS = 60_000;
const PATIENCE = { autoIdleDelay: 100, connectionTimeout: 30_000, socketTimeout: 5 * 60_000 };

/** A mailbox, and how to sign in there. */
export type MailboxToFollow = Omit<MailboxToRead, 'mark' | 'since'>;

/** What those who follow a mailbox have besides. */
export interface Following {
  /** Passes over what is not to be read, before the mails of a folder are looked for. */
  readonly begin?: (client: ImapFlow, box: Pick<FetchedMail, 'mailbox' | 'uidValidity'>) => Promise<void>;
  /** Is told whenever the folder was looked into to its end. */
  readonly looked?: () => Promise<void>;
  readonly lookAgainMs?: number;
}

/**
 * Hands over the mails of a mailbox, first those that lie there and then each as it comes (IDLE), until the signal fires or the
 * connection ends. Nothing is changed in the mailbox. The folder is opened anew each time it is looked into: it may be gone, or another one
 * have its name. A mail that cannot be had for some time is handed over without its bytes, so that
 * those behind it come.
 *
 * @throws Error when the server cannot be reached, lets nobody in, has no such folder, or goes away
 */
export async function followMailbox(
  mailbox: MailboxToFollow,
  taker: MailTaker,
  refused: RefusedMails,
  signal: AbortSignal,
  { begin, looked, lookAgainMs = LOOK_AGAIN_MS }: Following = {},
): Promise<void> {
  const client = await connected(mailbox, signal);
  const failed = new Promise<never>((_, reject) => {
    client.on('error', reject);
    client.on('close', () => {
      const { byeReason: reason } = client as unknown as { readonly byeReason?: unknown };
      reject(Object.assign(new Error('The server has ended the connection'), { reason }));
    });
  });
  failed.catch(() => undefined);
  const bell = new Bell(lookAgainMs);
  client.on('exists', () => {
    bell.ring();
  });
  const close = (): void => {
    client.close();
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    const look = async (): Promise<void> => {
      const { uidValidity } = await client.mailboxOpen(mailbox.folder, { readOnly: true });
      const box = { mailbox: mailbox.name, uidValidity };
      await begin?.(client, box);
      await takeNew(client, box, taker, { refused, signal });
      await looked?.();
    };
    while (!signal.aborted) {
      await Promise.race([look(), failed]);
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
  readonly reason?: unknown;
  readonly code?: unknown;
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
  const client = imapClient(mailbox, { kind: login.kind, secret }, PATIENCE);
  const close = (): void => client.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    const { message, authenticationFailed = false, responseText, reason, code } = error as Error & Refusal;
    const [said = ''] = [responseText, reason].filter((words) => typeof words === 'string');
    const shown = { authenticationFailed, responseText: serverWords(said, user, secret) || undefined, code };
    throw Object.assign(new Error(serverWords(message, user, secret)), shown);
  } finally {
    signal.removeEventListener('abort', close);
  }
}

/** Remembers that something was told, and wakes whoever waits for it; nobody waits longer than a while. */
class Bell {
  private heard = false;
  private wake: (() => void) | null = null;
  private readonly longestMs: number;

  constructor(longestMs: number) {
    this.longestMs = longestMs;
  }

  ring(): void {
    this.heard = true;
    this.wake?.();
  }

  async next(): Promise<void> {
    if (!this.heard) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.longestMs);
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
