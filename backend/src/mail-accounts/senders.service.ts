import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { type ChangeRequest, requireVersion } from '../common/change-request.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import type { Secret } from '../config/secret.ts';
import type { Sender } from '../config/sender-account.ts';
import { Settings } from '../config/settings.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { SecretBox } from '../secrets/secret-box.ts';
import { changesBetween } from './domain/changes-between.ts';
import { type MailServer, isSameServer, sealUse } from './domain/mail-server.ts';
import { passwordMissing } from './domain/password-missing.ts';
import type { FixedSender, SenderAccount, SenderFields } from './domain/sender.ts';
import { requireSafeServer } from './safe-server.ts';
import { SenderAccountRepository, type StoredSender } from './sender-account.repository.ts';

const PROTOCOL = 'smtp';

/** How the desk sends mails: as admins have set it, else as the environment says. */
@Injectable()
export class Senders {
  constructor(
    private readonly accounts: SenderAccountRepository,
    private readonly box: SecretBox,
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

  /**
   * The one that counts, with its password; null where there is none. Without one that can be read the server refuses, and mails wait.
   * Asked within the transaction, should there be one.
   */
  async current(transaction?: Transaction): Promise<Sender | null> {
    const stored = await this.accounts.read(transaction);
    return stored ? { ...stored, password: this.passwordOf(stored) } : this.settings.sender;
  }

  /**
   * Sets all of it. Without a password the one before is kept, as long as it goes to the same server for the same user.
   *
   * @throws ValidationFailed
   * @throws DomainError `secret_key_missing`, or `stale_version` when it is at none of the accepted versions.
   */
  save(fields: SenderFields, password: Secret | null, { by, accepts }: ChangeRequest): Promise<SenderAccount> {
    requireSafeServer(fields);
    return this.unitOfWork.run(async (transaction) => {
      const before = await this.accounts.hold(transaction);
      requireVersion(before?.version ?? 0, accepts, 'the sender');
      const stored = await this.accounts.write(transaction, fields, this.sealed(fields, password, before));
      const changes = before ? { changes: changesBetween(before, stored) } : {};
      const details = { ...changes, ...(password && { new_password: true }) };
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
   * The sender to try: with the password that was typed, else with the one that is kept for this server and user.
   *
   * @throws ValidationFailed where there is none.
   */
  async toTry(fields: SenderFields, typed: Secret | null): Promise<Sender> {
    requireSafeServer(fields);
    if (fields.user === null || typed) return { ...fields, password: typed };
    const stored = await this.accounts.read();
    const password = stored && isSameServer(serverOf(stored), serverOf(fields)) ? this.passwordOf(stored) : null;
    if (!password) throw passwordMissing(stored && serverOf(stored));
    return { ...fields, password };
  }

  private sealed(fields: SenderFields, password: Secret | null, before: StoredSender | null): string | null {
    if (fields.user === null) return null;
    if (password) return this.box.seal(password, sealUse(PROTOCOL, serverOf(fields)));
    const kept = before && isSameServer(serverOf(before), serverOf(fields)) ? before.sealedPassword : null;
    if (kept === null) throw passwordMissing(before && serverOf(before));
    return kept;
  }

  private passwordOf(stored: StoredSender): Secret | null {
    const { sealedPassword: sealed } = stored;
    return sealed === null ? null : this.box.open(sealed, sealUse(PROTOCOL, serverOf(stored)));
  }

  private shown(stored: StoredSender): SenderAccount {
    const { sealedPassword, ...fields } = stored;
    return { ...fields, hasPassword: sealedPassword === null || this.passwordOf(stored) !== null };
  }
}

function serverOf({ host, port, security, user }: SenderFields): MailServer {
  return { host, port, security, user: user ?? '' };
}
