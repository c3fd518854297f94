import { isOfDatabase } from '../../database/database-failures.ts';
import { TokenRefused } from '../../mail-accounts/oauth/token-refused.ts';
import { connectionFailure } from '../../mail-accounts/trial/failure-words.ts';
import { serverWords } from '../../mail-accounts/trial/server-words.ts';
import type { MailboxToFollow } from './imap-mailbox.ts';

/** What imapflow knows of a failure. */
interface Failure {
  readonly message: string;
  readonly authenticationFailed?: boolean;
  readonly mailboxMissing?: boolean;
  /** What the server said to a command. */
  readonly responseText?: unknown;
  /** What the server said when it ended the connection. */
  readonly reason?: unknown;
}

type Place = Pick<MailboxToFollow, 'user' | 'login' | 'folder'>;

/** What a failure says, for the log. Never the error itself, which knows the password. */
export function reasonOf(error: unknown, place: Place): string {
  if (!(error instanceof Error)) return 'unknown';
  const said = saidIn(error);
  return cleaned(said === '' ? error.message : `${error.message}: ${said}`, place);
}

/** Why a mailbox cannot be read, in a sentence for admins. */
export function failureWords(error: unknown, place: Place): string {
  const words = wordsOf(error, place);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function wordsOf(error: unknown, place: Place): string {
  if (!(error instanceof Error)) return 'It cannot be read.';
  if (isOfDatabase(error)) return 'The desk could not keep what it read; its log says why.';
  if (error instanceof TokenRefused) return error.message;
  const { authenticationFailed = false, mailboxMissing = false } = error as Failure;
  const said = cleaned(saidIn(error), place);
  const because = said === '' ? '.' : `: ${said}`;
  if (authenticationFailed) return `It does not let ${place.user} in${because}`;
  if (mailboxMissing) return `There is no folder ${place.folder}${because}`;
  if (said !== '') return `The server says: ${said}`;
  return connectionFailure(error, cleaned(error.message, place)).message;
}

function saidIn({ responseText, reason }: Failure): string {
  return [responseText, reason].find((said) => typeof said === 'string') ?? '';
}

function cleaned(said: string, { user, login }: Place): string {
  return serverWords(said, user, login.kind === 'password' ? login.password : null);
}
