import type { Socket } from 'node:net';
import { ImapFlow } from 'imapflow';
import type { Secret } from '../../config/secret.ts';
import type { MailboxFields } from '../domain/mailbox.ts';
import { TrialFailure, type TrialStep, takeSteps } from '../domain/trial.ts';
import { encryptionOf } from './encryption.ts';
import { connectionFailure } from './failure-words.ts';
import { reachServer } from './reach-server.ts';
import { serverWords } from './server-words.ts';

/** However slowly a server answers, it is asked for no longer. */
const PATIENCE_MS = 20_000;
const NO_IMAP = 'It does not answer as a server of mailboxes (IMAP) does.';

/** What a server says that refuses something. */
interface Refusal {
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly responseText?: string;
}

/** Tries a mailbox as it would be read; nothing is changed in it. */
export async function tryMailbox(mailbox: MailboxFields, password: Secret): Promise<readonly TrialStep[]> {
  const { host, port, security, user, folder } = mailbox;
  const client = new ImapFlow({
    ...{ host, port, secure: security === 'tls', auth: { user, pass: password.reveal() } },
    ...(security === 'starttls' && { doSTARTTLS: true }),
    ...{ logger: false, disableAutoIdle: true, connectionTimeout: 10_000, greetingTimeout: 5_000 },
  });
  client.on('error', () => undefined);
  const timer = setTimeout(() => client.close(), PATIENCE_MS);
  let refused: unknown = null;
  const words = ({ responseText = '' }: Refusal): string => serverWords(responseText, user, password);
  try {
    return await takeSteps([
      ['name', () => reachServer(mailbox)],
      [
        'tls',
        async () => {
          let socket: Socket | null = null;
          try {
            await client.connect();
            socket = (client as unknown as { readonly socket: Socket }).socket;
          } catch (error) {
            refused = error;
            if (!(error as Refusal).authenticationFailed) throw notConnected(error);
          }
          return encryptionOf(security, socket);
        },
      ],
      [
        'sign_in',
        () => {
          if (!refused) return Promise.resolve(`As ${user}`);
          throw new TrialFailure(`It does not let ${user} in: ${words(refused) || 'without saying why'}`);
        },
      ],
      [
        'folder',
        async () => {
          try {
            const { exists } = await client.mailboxOpen(folder, { readOnly: true });
            return `${folder} holds ${exists === 1 ? '1 mail' : `${String(exists)} mails`}; nothing was changed`;
          } catch (error) {
            const said = words(error as Refusal);
            throw new TrialFailure(`${folder} cannot be read${said ? `: ${said}` : '.'}`);
          }
        },
      ],
    ]);
  } finally {
    clearTimeout(timer);
    client.close();
  }
}

function notConnected(error: unknown): TrialFailure {
  const noTls = (error as Refusal).tlsFailed && (error as NodeJS.ErrnoException).code === undefined;
  return noTls ? new TrialFailure('It offers no encryption by STARTTLS.') : connectionFailure(error, NO_IMAP);
}
