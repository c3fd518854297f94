import type { Socket } from 'node:net';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { Secret } from '../../config/secret.ts';
import type { UsableSender } from '../usable-sender.ts';
import { newMessageId } from '../domain/message-id.ts';
import { smtpServer } from '../domain/smtp-server.ts';
import { TEST_MAIL } from '../domain/test-mail.ts';
import { TrialFailure, TRIAL_PATIENCE, TrialSkip, type TrialStep, takeSteps } from '../domain/trial.ts';
import { encryptionOf } from './encryption.ts';
import { connectionFailure } from './failure-words.ts';
import { reachServer } from './reach-server.ts';
import { serverWords } from './server-words.ts';
import { tokenStep } from './token-step.ts';

const NO_SMTP = 'It does not answer as a server that takes mails (SMTP) does.';

/** What a server says that refuses something. */
interface Refusal {
  readonly response?: string;
}

/** Tries a sender as mails would be sent, with one to itself. */
export async function trySender(sender: UsableSender, patience = TRIAL_PATIENCE): Promise<readonly TrialStep[]> {
  const { security, user, credentials, fromAddress } = sender;
  let secret: Secret | null = credentials.kind === 'password' ? credentials.password : null;
  const connection = new SMTPConnection({
    ...smtpServer(sender),
    ...{ connectionTimeout: 10_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000, logger: false },
  });
  const refusal = (error: unknown): string => {
    const { response = '' } = error as Refusal;
    return serverWords(response, user ?? '', secret) || 'without saying why';
  };
  try {
    return await takeSteps(
      [
        ['name', () => reachServer(sender)],
        ...tokenStep(credentials, (token) => (secret = token)),
        [
          'tls',
          async () => {
            await answered(connection, (done) => connection.connect(done)).catch((error: unknown) => {
              throw notConnected(error);
            });
            return encryptionOf(security, (connection as unknown as { readonly _socket: Socket })._socket);
          },
        ],
        [
          'sign_in',
          async () => {
            if (user === null) throw new TrialSkip('Nobody signs in');
            const shown = secret?.reveal() ?? '';
            const auth =
              credentials.kind === 'oauth'
                ? { user, oauth2: new XOAuth2({ user, accessToken: shown }) }
                : { credentials: { user, pass: shown } };
            await answered(connection, (done) => connection.login(auth, done)).catch((error: unknown) => {
              throw new TrialFailure(`It does not let ${user} in: ${refusal(error)}`);
            });
            if (credentials.kind === 'oauth') credentials.told(null);
            return `As ${user}`;
          },
        ],
        [
          'mail',
          async () => {
            const mail = await new MailComposer(testMail(sender)).compile().build();
            const envelope = { from: fromAddress, to: [fromAddress] };
            await answered(connection, (done) => connection.send(envelope, mail, done)).catch((error: unknown) => {
              throw new TrialFailure(`It does not take a mail from ${fromAddress}: ${refusal(error)}`);
            });
            return `It took a mail for ${fromAddress}; look whether it arrives there`;
          },
        ],
      ],
      patience,
    );
  } finally {
    connection.close();
  }
}

/** Waits for the answer to a step; a connection that ends meanwhile gives none. */
function answered(connection: SMTPConnection, step: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('The connection ended')));
    step((error) => (error ? reject(error) : resolve()));
  });
}

function testMail({ fromName, fromAddress }: UsableSender) {
  return {
    messageId: `<${TEST_MAIL}${newMessageId(fromAddress)}>`,
    ...{ from: { name: fromName, address: fromAddress }, to: fromAddress, subject: 'The support desk can send mails' },
    text: 'An admin has tried how the desk sends mails. Nothing has to be done about it.\n',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
  };
}

function notConnected(error: unknown): TrialFailure {
  const { code, command, response } = error as { code?: string; command?: string; response?: string };
  if (code !== 'ETLS' || command !== 'STARTTLS') return connectionFailure(error, NO_SMTP);
  const isRefused = typeof response === 'string';
  return new TrialFailure(isRefused ? 'It offers no encryption by STARTTLS.' : 'Its certificate is not accepted.');
}
