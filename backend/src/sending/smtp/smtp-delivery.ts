import { type NodemailerError, createTransport } from 'nodemailer';
import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport';
import type { Secret } from '../../config/secret.ts';
import type { UsableSender } from '../../mail-accounts/usable-sender.ts';
import { smtpServer } from '../../mail-accounts/domain/smtp-server.ts';
import { type SigningIn, byToken } from '../../mail-accounts/oauth/by-token.ts';
import { TokenRefused } from '../../mail-accounts/oauth/token-refused.ts';
import { serverWords } from '../../mail-accounts/trial/server-words.ts';
import type { OutgoingMail } from '../domain/outgoing-mail.ts';
import type { Refusal, ServerAnswer } from '../domain/server-answer.ts';
import { type MailAdditions, composedMail } from './composed-mail.ts';

const REACHED_WITHIN_MS = 20_000;
const SILENCE_MAX_MS = 60_000;
const PATIENCE = {
  ...{ connectionTimeout: REACHED_WITHIN_MS, greetingTimeout: REACHED_WITHIN_MS, dnsTimeout: REACHED_WITHIN_MS },
  ...{ socketTimeout: SILENCE_MAX_MS, logger: false },
} as const;
/** The longest words of a server that are kept, in characters. */
const WORDS_MAX = 500;

const LOST: Refusal = {
  words: 'The password of the mail server cannot be read, as SECRET_KEY is another one: an admin has to type it anew',
  isPermanent: false,
};

/** After so many milliseconds in all the line is cut, whatever the server says meanwhile; `signal` fires then. */
interface Limit {
  readonly ms: number;
  readonly signal: AbortSignal;
}

/** A sender with what it shows to the server; null where that asks for nothing. */
interface Signing {
  readonly sender: UsableSender;
  readonly shown: Secret | null;
}

/**
 * Hands a mail to the server of a sender; a token that lets nobody in is shown no second time. It never rejects: what goes wrong is what
 * the server has to say. `open` is asked for what comes with the mail whenever it is handed over. All of it ends within `longestMs`.
 */
export async function deliver(
  sender: UsableSender,
  mail: OutgoingMail,
  open: () => Promise<MailAdditions>,
  longestMs: number,
): Promise<ServerAnswer> {
  const { credentials } = sender;
  const limit: Limit = { ms: longestMs, signal: AbortSignal.timeout(longestMs) };
  if (credentials.kind === 'lost') return { refusal: LOST, refused: new Map() };
  if (credentials.kind !== 'oauth') {
    const shown = credentials.kind === 'password' ? credentials.password : null;
    return (await handOver({ sender, shown }, mail, await open(), limit)).outcome;
  }
  try {
    return await byToken(credentials, async (shown) => handOver({ sender, shown }, mail, await open(), limit));
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    return { refusal: { words: `No access token: ${error.message}`, isPermanent: false }, refused: new Map() };
  }
}

async function handOver(
  signing: Signing,
  mail: OutgoingMail,
  additions: MailAdditions,
  { ms, signal }: Limit,
): Promise<SigningIn<ServerAnswer>> {
  const { sender } = signing;
  const transport = createTransport({ ...smtpServer(sender), ...authOf(signing), ...PATIENCE });
  try {
    const { rejectedErrors } = await transport.sendMail({ ...composedMail(sender, mail, additions), signal });
    return { outcome: { refusal: null, refused: refusedOf(signing, rejectedErrors) }, refusal: null };
  } catch (error) {
    if (signal.aborted) return { outcome: { refusal: endless(sender, ms), refused: new Map() }, refusal: undefined };
    const failure = error as NodemailerError;
    const refusal = refusalOf(signing, failure);
    const outcome = { refusal, refused: refusedOf(signing, failure.rejectedErrors) };
    return { outcome, refusal: failure.code === 'EAUTH' ? refusal.words : undefined };
  } finally {
    transport.close();
  }
}

/** It may have taken the mail without saying so: that is tried again under the same Message-ID. */
function endless({ host, port }: UsableSender, ms: number): Refusal {
  const words = `${host}:${String(port)}: It did not finish within ${String(Math.ceil(ms / 1_000))} seconds; the line was cut`;
  return { words, isPermanent: false };
}

function authOf({ sender: { user, credentials }, shown }: Signing): Pick<SMTPTransportOptions, 'auth'> {
  if (user === null || shown === null) return {};
  if (credentials.kind === 'oauth') return { auth: { type: 'OAuth2', user, accessToken: shown.reveal() } as const };
  return { auth: { user, pass: shown.reveal() } };
}

function refusedOf(signing: Signing, errors: readonly NodemailerError[] = []): ReadonlyMap<string, Refusal> {
  return new Map(errors.flatMap((error) => (error.recipient ? [[error.recipient, refusalOf(signing, error)]] : [])));
}

/**
 * That nobody can sign in, or the server cannot be reached, says nothing about the mail: an admin may mend it. Without an answer of
 * the server it is the mail that cannot be one.
 */
function refusalOf({ sender, shown }: Signing, error: NodemailerError): Refusal {
  const { code, response, responseCode, permanent, message } = error;
  const said = response ?? `${sender.host}:${String(sender.port)}: ${message}`;
  const words = serverWords(said, sender.user ?? '', shown, WORDS_MAX);
  const isPermanent = responseCode === undefined ? code === 'EENVELOPE' : permanent === true && code !== 'EAUTH';
  return { words, isPermanent };
}
