import { type Dovecot, startDovecot } from '../../../backend/test/support/dovecot.ts';
import { TestSmtpServer } from '../../../backend/test/support/smtp-server.ts';
import { type Desk, startDesk } from './start-desk.ts';

export const MAILBOX = 'support@desk.example';

const WITHOUT_NAME_SERVERS = new URL('../../../backend/test/support/without-name-servers.js', import.meta.url).href;

/** A desk of its own that reads a mailbox of a real IMAP server, and sends by a real SMTP server. */
export interface MailDesk extends Desk {
  /** Lays a mail of these lines into the mailbox. */
  readonly deliver: (...lines: readonly string[]) => void;
  /** What it has sent. */
  readonly sent: TestSmtpServer['taken'];
}

/** Every part that has started is stopped by `cleanup`, also when a later one does not start. */
export async function startMailDesk(cleanup: AsyncDisposableStack): Promise<MailDesk> {
  const mailboxes: Dovecot = await startDovecot();
  cleanup.defer(() => mailboxes.stop());
  const server = await TestSmtpServer.start();
  cleanup.defer(() => server.stop());
  const desk = await startDesk(cleanup, {
    ...{ MAILBOXES: mailboxes.address(MAILBOX), SMTP_URL: server.url, MAIL_FROM: `The Desk <${MAILBOX}>` },
    NODE_OPTIONS: `--import=${WITHOUT_NAME_SERVERS}`,
  });
  const deliver = (...lines: readonly string[]) => {
    mailboxes.deliver(MAILBOX, Buffer.from(lines.join('\r\n')));
  };
  return { ...desk, deliver, sent: server.taken };
}
