import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import type { NewPassword } from '../users/user-credentials.ts';
import { ApiTokensService } from './api-tokens.service.ts';
import { makeOneTimePassword, oneTimePasswordEnd } from './domain/one-time-password.ts';
import { PasswordHasher } from './password-hasher.ts';
import { SessionsService } from './sessions.service.ts';

/** The ways into an account, for those who manage people. */
@Injectable()
export class AccountAccess {
  constructor(
    private readonly sessions: SessionsService,
    private readonly tokens: ApiTokensService,
    private readonly hasher: PasswordHasher,
  ) {}

  /** A password that works for a week and has to be changed at the first sign-in, readable this once. */
  async makeOneTimePassword(): Promise<{ oneTimePassword: string; password: NewPassword }> {
    const oneTimePassword = makeOneTimePassword();
    return {
      oneTimePassword,
      password: { hash: await this.hasher.hash(oneTimePassword), mustChange: true, expiresAt: oneTimePasswordEnd() },
    };
  }

  /** Signs a person out everywhere. @returns from how many browsers. */
  endSessions(transaction: Transaction, userId: number): Promise<number> {
    return this.sessions.endAllOf(transaction, userId);
  }

  /** Takes away every way in but the password. @returns what was taken, for the audit log. */
  async withdraw(
    transaction: Transaction,
    userId: number,
  ): Promise<{ sessions_ended: number; tokens_revoked: number }> {
    return {
      sessions_ended: await this.sessions.endAllOf(transaction, userId),
      tokens_revoked: await this.tokens.revokeAllOf(transaction, userId),
    };
  }

  /** How many live sessions and usable tokens these people have; those without any are missing. */
  async count(userIds: readonly number[]): Promise<{ sessions: Map<number, number>; tokens: Map<number, number> }> {
    return { sessions: await this.sessions.countOf(userIds), tokens: await this.tokens.countOf(userIds) };
  }
}
