import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { type ChangeRequest, requireVersion } from '../common/change-request.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import type { MailboxSettings } from '../config/mailbox-addresses.ts';
import { Settings } from '../config/settings.ts';
import { NOBODY_TRUSTED, type TrustedServers } from './domain/trusted-servers.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { changesBetween } from './domain/changes-between.ts';
import type { Login } from './credentials.ts';
import type { Security } from './domain/mail-server.ts';
import { type FixedMailbox, MAILBOXES_MAX, type Mailbox, type MailboxFields, mailboxName } from './domain/mailbox.ts';
import type { TypedSecrets } from './typed-secrets.ts';
import { type KeptLogin, type KeptPlace, MailSecrets } from './mail-secrets.service.ts';
import { MailboxAccountRepository, type StoredMailbox } from './mailbox-account.repository.ts';
import { imapSecurity } from './imap-security.ts';
import { requireSafeServer } from './safe-server.ts';

/** A mailbox to read; `mark` is another one whenever something of it has changed. */
export interface MailboxToRead extends Omit<MailboxSettings, 'password' | 'tls' | keyof TrustedServers> {
  readonly security: Security;
  readonly login: Login;
  /** When what is read may have come earliest; null for all that lies there. */
  readonly since: Date | null;
  readonly mark: string;
}

/**
 * The mailboxes of the desk: those that admins set up, and those of the environment. Passwords and tokens go in and are never given back but
 * to the server and user that they were typed for.
 */
@Injectable()
export class Mailboxes {
  constructor(
    private readonly accounts: MailboxAccountRepository,
    private readonly secrets: MailSecrets,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Those of the environment, which are set where the desk is installed. */
  get fixed(): readonly FixedMailbox[] {
    return this.settings.mailboxes.map((mailbox) => ({ ...mailbox, security: imapSecurity(mailbox) }));
  }

  /** Those that admins have set up, the first that was set up first. */
  async all(transaction?: Transaction): Promise<readonly Mailbox[]> {
    return (await this.accounts.all(transaction)).map((stored) => this.shown(stored));
  }

  /** Those to be read, and how to sign in. One whose password cannot be opened is left out. */
  async toRead(): Promise<readonly MailboxToRead[]> {
    const fixed = this.settings.mailboxes.map((mailbox): MailboxToRead => {
      const { name, host, port, tls, user, password, folder } = mailbox;
      const security = imapSecurity({ tls, host });
      const login = { kind: 'password', password } as const;
      return { name, host, port, security, user, folder, login, since: null, mark: name };
    });
    const stored = (await this.accounts.all()).flatMap((one): MailboxToRead[] => {
      const login = one.active && !this.isFixed(one) ? this.loginOf(one) : null;
      if (login === null) return [];
      const { name, host, port, user, folder, security, readsSince: since } = one;
      const mark = JSON.stringify([one.id, one.version]);
      return [{ name, host, port, security, user, login, folder, since, mark }];
    });
    return [...fixed, ...stored];
  }

  /** The servers that are believed of the mails of a mailbox, by its name; nobody where it is read no more. */
  async trustedOf(name: string): Promise<TrustedServers> {
    const { authservId, relays } =
      this.settings.mailboxes.find((one) => one.name === name) ?? (await this.accounts.named(name)) ?? NOBODY_TRUSTED;
    return { authservId, relays };
  }

  /**
   * Adds one; without what lies there already, only what comes from now on is read.
   *
   * @throws ValidationFailed
   * @throws DomainError `mailbox_exists` or `secret_key_missing`
   */
  add(
    fields: MailboxFields,
    typed: TypedSecrets,
    by: Author,
    { withOldMails }: { withOldMails: boolean },
  ): Promise<Mailbox> {
    requireSafeServer(fields);
    this.requireNotFixed(fields);
    const sealed = this.secrets.sealed({ protocol: 'imap', server: fields }, typed, null);
    return this.unitOfWork.run(async (transaction) => {
      if ((await this.accounts.all(transaction)).length >= MAILBOXES_MAX) throw tooMany();
      const stored = await this.accounts.insert(transaction, fields, sealed, withOldMails);
      const subject = { type: 'mailbox', id: stored.id, label: stored.name } as const;
      await this.audit.record({ kind: 'mailbox_added', actor: by, subject }, transaction);
      transaction.tell('settings_changed', {});
      return this.shown(stored);
    });
  }

  /**
   * Changes the given fields. Without a password or token the one before is kept, as long as it goes to the same server for the same user.
   *
   * @throws ValidationFailed
   * @throws DomainError `mailbox_not_found`, `mailbox_exists`, `secret_key_missing`, or `stale_version` when it is at none of the accepted versions.
   */
  change(
    id: number,
    fields: Partial<MailboxFields>,
    typed: TypedSecrets,
    { by, accepts }: ChangeRequest,
  ): Promise<Mailbox> {
    return this.unitOfWork.run(async (transaction) => {
      const before = found(await this.accounts.hold(transaction, id));
      requireVersion(before.version, accepts, 'this mailbox');
      const wanted = { ...before, ...fields };
      requireSafeServer(wanted);
      this.requireNotFixed(wanted);
      const sealed = this.secrets.sealed({ protocol: 'imap', server: wanted }, typed, keptLogin(before));
      const stored = await this.accounts.update(transaction, id, wanted, sealed);
      const subject = { type: 'mailbox', id, label: stored.name } as const;
      const details = {
        changes: changesBetween(before, stored),
        ...(sealed !== before.sealedPassword && { new_password: true }),
      };
      await this.audit.record({ kind: 'mailbox_changed', actor: by, subject, details }, transaction);
      transaction.tell('settings_changed', {});
      return this.shown(stored);
    });
  }

  /**
   * Its mails stay.
   *
   * @throws DomainError `mailbox_not_found`, or `stale_version` when it is at none of the accepted versions.
   */
  async remove(id: number, { by, accepts }: ChangeRequest): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const before = found(await this.accounts.hold(transaction, id));
      requireVersion(before.version, accepts, 'this mailbox');
      await this.accounts.delete(transaction, id);
      const subject = { type: 'mailbox', id, label: before.name } as const;
      await this.audit.record({ kind: 'mailbox_removed', actor: by, subject }, transaction);
      transaction.tell('settings_changed', {});
    });
  }

  /**
   * How to sign in to try a mailbox: with what was typed, else with what is kept for this server and user.
   *
   * @throws ValidationFailed where there is nothing.
   * @throws DomainError `mailbox_not_found`
   */
  async loginToTry(fields: MailboxFields, typed: TypedSecrets, id: number | null): Promise<Login> {
    requireSafeServer(fields);
    const stored = id === null ? null : found(await this.accounts.find(id));
    return this.secrets.loginToTry(
      fields,
      typed,
      stored && { kept: keptLogin(stored), place: this.placeOf(stored.id) },
    );
  }

  /**
   * One of the environment, to be tried.
   *
   * @throws DomainError `mailbox_not_found`
   */
  fixedToTry(name: string): { readonly fields: MailboxFields; readonly login: Login } {
    const mailbox = this.settings.mailboxes.find((one) => one.name === name);
    if (!mailbox) throw new DomainError('mailbox_not_found', 'No such mailbox is set where the desk is installed.');
    const { host, port, user, folder, password, authservId, relays } = mailbox;
    const fields = {
      host,
      port,
      user,
      folder,
      security: imapSecurity(mailbox),
      oauth: null,
      addresses: [],
      active: true,
      authservId,
      relays,
    };
    return { fields, login: { kind: 'password', password } };
  }

  private loginOf(stored: StoredMailbox): Login | null {
    return this.secrets.keptLogin(keptLogin(stored), this.placeOf(stored.id));
  }

  private placeOf(id: number): KeptPlace {
    return {
      read: async () => {
        const stored = await this.accounts.find(id);
        return stored && keptLogin(stored);
      },
      replace: (before, after) => this.accounts.reseal(id, before, after),
    };
  }

  private shown({ sealedPassword: sealed, ...mailbox }: StoredMailbox): Mailbox {
    return { ...mailbox, hasPassword: this.secrets.canOpen({ protocol: 'imap', server: mailbox, sealed }) };
  }

  private isFixed(fields: MailboxFields): boolean {
    return this.settings.mailboxes.some(({ name }) => name === mailboxName(fields));
  }

  private requireNotFixed(fields: MailboxFields): void {
    if (!this.isFixed(fields)) return;
    const message = 'This mailbox is read already: it is set where the desk is installed (MAILBOXES).';
    throw new DomainError('mailbox_exists', message, [{ field: 'user', code: 'taken', message }]);
  }
}

function keptLogin(server: StoredMailbox): KeptLogin {
  return { protocol: 'imap', server, sealed: server.sealedPassword };
}

function found(mailbox: StoredMailbox | null): StoredMailbox {
  if (!mailbox) throw new DomainError('mailbox_not_found', 'There is no such mailbox; somebody may have removed it.');
  return mailbox;
}

function tooMany(): ValidationFailed {
  const message = `The desk reads at most ${String(MAILBOXES_MAX)} mailboxes.`;
  return new ValidationFailed([{ field: 'body', code: 'too_many', message }]);
}
