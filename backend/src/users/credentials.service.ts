import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { CredentialsRepository } from './credentials.repository.ts';
import { isUsername } from './domain/username.ts';
import type { NewPassword, UserCredentials } from './user-credentials.ts';
import type { User } from './user.ts';

/** Hands the hashes of passwords to sign-in, and to nobody else. */
@Injectable()
export class CredentialsService {
  constructor(private readonly credentials: CredentialsRepository) {}

  /** What is kept of the person who signs in with this name, in whatever case; null when there is none. */
  async findByUsername(username: string): Promise<UserCredentials | null> {
    return isUsername(username) ? this.credentials.findByUsername(username) : null;
  }

  /** Stores another hash of the same password. @returns what is kept of the person then. */
  async renewHash(checked: UserCredentials, hash: string): Promise<UserCredentials> {
    await this.credentials.renewHash(checked, hash);
    return { ...checked, passwordHash: hash };
  }

  /** Notes a sign-in; null when the person was deactivated or given another password since it was checked. */
  recordSignIn(transaction: Transaction, checked: UserCredentials): Promise<User | null> {
    return this.credentials.recordSignIn(transaction, checked);
  }

  /** Stores a new password; null when the person was deactivated or given another one since `previous` was read. */
  replacePassword(transaction: Transaction, previous: UserCredentials, password: NewPassword): Promise<User | null> {
    return this.credentials.replacePassword(transaction, previous, password);
  }
}
