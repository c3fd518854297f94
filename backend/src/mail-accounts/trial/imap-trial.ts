import type { Socket } from 'node:net';
import type { ImapFlow } from 'imapflow';
import type { Secret } from '../../config/secret.ts';
import type { Login } from '../credentials.ts';
import type { MailboxFields } from '../domain/mailbox.ts';
import { type Trial, TrialFailure, TRIAL_PATIENCE, takeSteps } from '../domain/trial.ts';
import { imapClient } from '../imap-client.ts';
import { encryptionOf } from './encryption.ts';
import { ArrivalTrial } from './arrival-trial.ts';
import { connectionFailure } from './failure-words.ts';
import { reachServer } from './reach-server.ts';
import { serverWords } from './server-words.ts';
import { tokenStep } from './token-step.ts';

const QUICK = { disableAutoIdle: true, connectionTimeout: 10_000, greetingTimeout: 5_000 };
const NO_OAUTH = 'it offers neither OAUTHBEARER nor XOAUTH2';
const NO_IMAP = 'It does not answer as a server of mailboxes (IMAP) does.';

/** What a server says that refuses something. */
interface Refusal {
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly responseText?: string;
}

/** Tries a mailbox as it would be read; nothing is changed in it. */
export async function tryMailbox(mailbox: MailboxFields, login: Login, patience = TRIAL_PATIENCE): Promise<Trial> {
  const { security, user, folder } = mailbox;
  let secret: Secret | null = login.kind === 'password' ? login.password : null;
  let client: ImapFlow | null = null;
  let refused: unknown = null;
  const arrival = new ArrivalTrial(mailbox);
  const words = ({ responseText = '' }: Refusal): string => serverWords(responseText, user, secret);
  try {
    const steps = await takeSteps(
      [
        ['name', () => reachServer(mailbox)],
        ...tokenStep(login, (token) => (secret = token)),
        [
          'tls',
          async () => {
            let socket: Socket | null = null;
            client = imapClient(mailbox, { kind: login.kind, secret }, QUICK);
            try {
              await client.connect();
              socket = (client as unknown as { readonly socket: Socket }).socket;
            } catch (error) {
              refused = error;
              if (!(error as Refusal).authenticationFailed && !isWithoutOAuth(error)) throw notConnected(error);
            }
            return encryptionOf(security, socket);
          },
        ],
        [
          'sign_in',
          () => {
            if (!refused) {
              if (login.kind === 'oauth') login.told(null);
              return Promise.resolve(`As ${user}`);
            }
            throw new TrialFailure(
              `It does not let ${user} in: ${isWithoutOAuth(refused) ? NO_OAUTH : words(refused) || 'without saying why'}`,
            );
          },
        ],
        [
          'folder',
          async () => {
            try {
              if (!client) throw new Error('There is no connection');
              const { exists } = await client.mailboxOpen(folder, { readOnly: true });
              return `${folder} holds ${exists === 1 ? '1 mail' : `${String(exists)} mails`}; nothing was changed`;
            } catch (error) {
              const said = words(error as Refusal);
              throw new TrialFailure(`${folder} cannot be read${said ? `: ${said}` : '.'}`);
            }
          },
        ],
        ['arrival', () => arrival.look(client)],
      ],
      patience,
    );
    return { steps, proposal: arrival.proposal };
  } finally {
    (client as ImapFlow | null)?.close();
  }
}

/** Told by imapflow of a server that takes no tokens, or no passwords. */
function isWithoutOAuth(error: unknown): boolean {
  return (error as Error).message === 'Unsupported authentication mechanism';
}

function notConnected(error: unknown): TrialFailure {
  const noTls = (error as Refusal).tlsFailed && (error as NodeJS.ErrnoException).code === undefined;
  return noTls ? new TrialFailure('It offers no encryption by STARTTLS.') : connectionFailure(error, NO_IMAP);
}
