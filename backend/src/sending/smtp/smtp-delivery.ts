import { type NodemailerError, createTransport } from 'nodemailer';
import type { Sender } from '../../config/sender-account.ts';
import { smtpServer } from '../../mail-accounts/domain/smtp-server.ts';
import { serverWords } from '../../mail-accounts/trial/server-words.ts';
import type { OutgoingMail } from '../domain/outgoing-mail.ts';
import type { Refusal, ServerAnswer } from '../domain/server-answer.ts';
import { type MailAdditions, composedMail } from './composed-mail.ts';

const REACHED_WITHIN_MS = 20_000;
const SILENCE_MAX_MS = 60_000;
/** The longest words of a server that are kept, in characters. */
const WORDS_MAX = 500;

/** Hands a mail to the server of a sender. It never rejects: what goes wrong is what the server has to say. */
export async function deliver(sender: Sender, mail: OutgoingMail, additions: MailAdditions): Promise<ServerAnswer> {
  const transport = createTransport(connectionOf(sender));
  try {
    const { rejectedErrors } = await transport.sendMail(composedMail(sender, mail, additions));
    return { refusal: null, refused: refusedOf(sender, rejectedErrors) };
  } catch (error) {
    const failure = error as NodemailerError;
    return { refusal: refusalOf(sender, failure), refused: refusedOf(sender, failure.rejectedErrors) };
  } finally {
    transport.close();
  }
}

function connectionOf(sender: Sender) {
  const { user, password } = sender;
  return {
    ...smtpServer(sender),
    ...(user !== null && { auth: { user, pass: password?.reveal() ?? '' } }),
    ...{ connectionTimeout: REACHED_WITHIN_MS, greetingTimeout: REACHED_WITHIN_MS, dnsTimeout: REACHED_WITHIN_MS },
    ...{ socketTimeout: SILENCE_MAX_MS, logger: false },
  };
}

function refusedOf(sender: Sender, errors: readonly NodemailerError[] = []): ReadonlyMap<string, Refusal> {
  return new Map(errors.flatMap((error) => (error.recipient ? [[error.recipient, refusalOf(sender, error)]] : [])));
}

/**
 * That nobody can sign in, or the server cannot be reached, says nothing about the mail: an admin may mend it. Without an answer of
 * the server it is the mail that cannot be one.
 */
function refusalOf(sender: Sender, { code, response, responseCode, permanent, message }: NodemailerError): Refusal {
  const said = response ?? `${sender.host}:${String(sender.port)}: ${message}`;
  const words = serverWords(said, sender.user ?? '', sender.password, WORDS_MAX);
  const isPermanent = responseCode === undefined ? code === 'EENVELOPE' : permanent === true && code !== 'EAUTH';
  return { words, isPermanent };
}
