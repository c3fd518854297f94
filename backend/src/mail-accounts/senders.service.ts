import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { type ChangeRequest, requireVersion } from '../common/change-request.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import type { Sender } from '../config/sender-account.ts';
import { Settings } from '../config/settings.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { changesBetween } from './domain/changes-between.ts';
import type { Credentials } from './credentials.ts';
import type { MailServer } from './domain/mail-server.ts';
import type { FixedSender, SenderAccount, SenderFields } from './domain/sender.ts';
import type { TypedSecrets } from './typed-secrets.ts';
import { type KeptLogin, type KeptPlace, MailSecrets } from './mail-secrets.service.ts';
import type { UsableSender } from './usable-sender.ts';
import { requireSafeServer } from './safe-server.ts';
import { SenderAccountRepository, type StoredSender } from './sender-account.repository.ts';

/** How the desk sends mails: as admins have set it, else as the environment says. */
@Injectable()
export class Senders {
  constructor(
    private readonly accounts: SenderAccountRepository,
    private readonly secrets: MailSecrets,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** That of the environment, which counts while no admin sets one; null where there is none. */
  get fixed(): FixedSender | null {
    const { sender } = this.settings;
    if (!sender) return null;
    const { host, port, security, user, fromName, fromAddress, usesPlusAddress, asksReceipts } = sender;
    return { host, port, security, user, fromName, fromAddress, usesPlusAddress, asksReceipts };
  }

  /** What admins have set; null where they have not. */
  async account(transaction?: Transaction): Promise<SenderAccount | null> {
    const stored = await this.accounts.read(transaction);
    return stored && this.shown(stored);
  }

  /** The one that counts; null where there is none. Asked within the transaction, should there be one. */
  async current(transaction?: Transaction): Promise<UsableSender | null> {
    const stored = await this.accounts.read(transaction);
    if (stored) return { ...stored, credentials: this.credentialsOf(stored) };
    const { sender } = this.settings;
    return sender && { ...sender, credentials: credentialsOf(sender) };
  }

  /**
   * Sets all of it. Without a password or token the one before is kept, as long as it goes to the same server for the same user.
   *
   * @throws ValidationFailed
   * @throws DomainError `secret_key_missing`, or `stale_version` when it is at none of the accepted versions.
   */
  save(fields: SenderFields, typed: TypedSecrets, { by, accepts }: ChangeRequest): Promise<SenderAccount> {
    requireSafeServer(fields);
    requireUser(fields);
    return this.unitOfWork.run(async (transaction) => {
      const before = await this.accounts.hold(transaction);
      requireVersion(before?.version ?? 0, accepts, 'the sender');
      const sealed = this.sealed(fields, typed, before);
      const stored = await this.accounts.write(transaction, fields, sealed);
      const changes = before ? { changes: changesBetween(before, stored) } : {};
      const details = {
        ...changes,
        ...(sealed !== null && sealed !== before?.sealedPassword && { new_password: true }),
      };
      const subject = { type: 'sender', label: fields.fromAddress } as const;
      await this.audit.record({ kind: 'sender_changed', actor: by, subject, details }, transaction);
      transaction.tell('settings_changed', {});
      return this.shown(stored);
    });
  }

  /**
   * From then on the one of the environment counts, if there is one.
   *
   * @throws DomainError `sender_not_found`, or `stale_version` when it is at none of the accepted versions.
   */
  async remove({ by, accepts }: ChangeRequest): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const before = await this.accounts.hold(transaction);
      if (!before) throw new DomainError('sender_not_found', 'No sender is set up here.');
      requireVersion(before.version, accepts, 'the sender');
      await this.accounts.delete(transaction);
      const subject = { type: 'sender', label: before.fromAddress } as const;
      await this.audit.record({ kind: 'sender_removed', actor: by, subject }, transaction);
      transaction.tell('settings_changed', {});
    });
  }

  /**
   * The sender to try: with what was typed to sign in, else with what is kept for this server and user.
   *
   * @throws ValidationFailed where there is nothing.
   */
  async toTry(fields: SenderFields, typed: TypedSecrets): Promise<UsableSender> {
    requireSafeServer(fields);
    requireUser(fields);
    if (fields.user === null) return { ...fields, credentials: { kind: 'nobody' } };
    const stored = await this.accounts.read();
    const kept = stored && keptLogin(stored);
    return {
      ...fields,
      credentials: this.secrets.loginToTry(serverOf(fields), typed, kept && { kept, place: this.place }),
    };
  }

  /**
   * That of the environment, to be tried, whether it counts or not.
   *
   * @throws DomainError `sender_not_found`
   */
  fixedToTry(): UsableSender {
    const { sender } = this.settings;
    if (!sender) throw new DomainError('sender_not_found', 'No sender is set where the desk is installed.');
    return { ...sender, credentials: credentialsOf(sender) };
  }

  private sealed(fields: SenderFields, typed: TypedSecrets, before: StoredSender | null): string | null {
    if (fields.user === null) return null;
    return this.secrets.sealed({ protocol: 'smtp', server: serverOf(fields) }, typed, before && keptLogin(before));
  }

  private credentialsOf(stored: StoredSender): Credentials {
    const kept = keptLogin(stored);
    return kept ? (this.secrets.keptLogin(kept, this.place) ?? { kind: 'lost' }) : { kind: 'nobody' };
  }

  private get place(): KeptPlace {
    return {
      read: async () => {
        const stored = await this.accounts.read();
        return stored && keptLogin(stored);
      },
      replace: (before, after) => this.accounts.reseal(before, after),
    };
  }

  private shown(stored: StoredSender): SenderAccount {
    const { sealedPassword: sealed, ...fields } = stored;
    const server = serverOf(stored);
    const hasPassword = sealed === null || this.secrets.canOpen({ protocol: 'smtp', server, sealed });
    return { ...fields, hasPassword };
  }
}

/** @throws ValidationFailed where tokens are for nobody. */
function requireUser({ user, oauth }: SenderFields): void {
  if (user !== null || !oauth) return;
  throw new ValidationFailed([{ field: 'user', code: 'required', message: 'User is required.' }]);
}

/** Null where nobody signs in. */
function keptLogin(stored: StoredSender): KeptLogin | null {
  const { sealedPassword: sealed } = stored;
  return sealed === null ? null : { protocol: 'smtp', server: serverOf(stored), sealed };
}

function credentialsOf({ user, password }: Sender): Credentials {
  return user !== null && password ? { kind: 'password', password } : { kind: 'nobody' };
}

function serverOf({ host, port, security, user, oauth }: SenderFields): MailServer {
  return { host, port, security, user: user ?? '', oauth };
}
