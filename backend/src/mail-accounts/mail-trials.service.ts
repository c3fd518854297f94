import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { TooManyRequests } from '../common/problems/domain-error.ts';
import type { MailServer } from './domain/mail-server.ts';
import type { MailboxFields } from './domain/mailbox.ts';
import type { SenderFields } from './domain/sender.ts';
import type { Trial } from './domain/trial.ts';
import type { TypedSecrets } from './typed-secrets.ts';
import { Mailboxes } from './mailboxes.service.ts';
import { Senders } from './senders.service.ts';
import { tryMailbox } from './trial/imap-trial.ts';
import { trySender } from './trial/smtp-trial.ts';

/** So many servers are tried at once by a process. */
const AT_ONCE = 4;
const BUSY_SECONDS = 10;

/** Tries mail servers as admins have typed them, before or after they are kept. Each trial is a line of the audit log. */
@Injectable()
export class MailTrials {
  private running = 0;

  constructor(
    private readonly mailboxes: Mailboxes,
    private readonly senders: Senders,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Tries a mailbox. Without a password or token it is the one that is kept for `id`, as long as it goes to the same server for the same user.
   *
   * @throws ValidationFailed
   * @throws DomainError `mailbox_not_found`
   * @throws TooManyRequests
   */
  async tryMailbox(
    fields: MailboxFields,
    { typed, id, by }: { readonly typed: TypedSecrets; readonly id: number | null; readonly by: Author },
  ): Promise<Trial> {
    const login = await this.mailboxes.loginToTry(fields, typed, id);
    return this.tried(fields, by, () => tryMailbox(fields, login));
  }

  /**
   * Tries a sender, with a mail to itself. Without a password or token it is the one that is kept, as long as it goes to the same server for the
   * same user.
   *
   * @throws ValidationFailed
   * @throws TooManyRequests
   */
  async trySender(fields: SenderFields, typed: TypedSecrets, by: Author): Promise<Trial> {
    const sender = await this.senders.toTry(fields, typed);
    return this.tried(fields, by, async () => ({ steps: await trySender(sender), proposal: null }));
  }

  /**
   * Tries a mailbox of the environment as it is set there.
   *
   * @throws DomainError `mailbox_not_found`
   * @throws TooManyRequests
   */
  async tryFixedMailbox(name: string, by: Author): Promise<Trial> {
    const { fields, login } = this.mailboxes.fixedToTry(name);
    return this.tried(fields, by, () => tryMailbox(fields, login));
  }

  /**
   * Tries the sender of the environment as it is set there, with a mail to itself.
   *
   * @throws DomainError `sender_not_found`
   * @throws TooManyRequests
   */
  async tryFixedSender(by: Author): Promise<Trial> {
    const sender = this.senders.fixedToTry();
    return this.tried(sender, by, async () => ({ steps: await trySender(sender), proposal: null }));
  }

  private async tried(
    { host, port }: Pick<MailServer, 'host' | 'port'>,
    by: Author,
    attempt: () => Promise<Trial>,
  ): Promise<Trial> {
    if (this.running >= AT_ONCE) throw new TooManyRequests('Other mail servers are being tried.', BUSY_SECONDS);
    this.running += 1;
    try {
      const trial = await attempt();
      const failed = trial.steps.find(({ state }) => state === 'failed')?.step ?? null;
      const subject = { type: 'mailbox', label: `${host}:${String(port)}` } as const;
      await this.audit.record({ kind: 'mail_setup_tested', actor: by, subject, details: { failed } });
      return trial;
    } finally {
      this.running -= 1;
    }
  }
}
