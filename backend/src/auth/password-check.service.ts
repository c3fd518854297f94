import { Injectable } from '@nestjs/common';
import type { AuditSubject } from '../audit/audit-event.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { CredentialsService } from '../users/credentials.service.ts';
import type { UserCredentials } from '../users/user-credentials.ts';
import type { User } from '../users/user.ts';
import { PasswordHasher } from './password-hasher.ts';

/** Finds out whether somebody knows a person's password. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * The person, when the name is theirs, the password is right and they may sign in; otherwise null. The answer takes
   * as long in every case, so that nobody learns which names exist. A password that was hashed before there was a normal
   * form is right as it was typed then, and is hashed anew.
   */
  async verify(username: string, password: string): Promise<UserCredentials | null> {
    const found = await this.credentials.findByUsername(username);
    const active = found?.user.active ? found : null;
    const hash = active?.passwordHash ?? null;
    if (await this.hasher.matches(hash, password)) return active;
    const asTyped = await this.hasher.matchesAsTyped(hash, password);
    return active && asTyped ? this.credentials.renewHash(active, await this.hasher.hash(password)) : null;
  }

  /** Notes a sign-in; null when the person was deactivated or given another password since it was checked. */
  confirmSignIn(transaction: Transaction, checked: UserCredentials): Promise<User | null> {
    return this.credentials.recordSignIn(transaction, checked);
  }

  /** Stores a new password of the person's own; null when something changed since the old one was checked. */
  async replace(transaction: Transaction, checked: UserCredentials, hash: string): Promise<User | null> {
    return this.credentials.replacePassword(transaction, checked, { hash, mustChange: false, expiresAt: null });
  }

  /** The person a typed name means, for the audit log; unknown names are kept as they were typed. */
  async subjectOf(username: string): Promise<AuditSubject> {
    const found = await this.credentials.findByUsername(username);
    return { type: 'user', label: username, ...(found && { id: found.user.id }) };
  }

  hash(password: string): Promise<string> {
    return this.hasher.hash(password);
  }
}
