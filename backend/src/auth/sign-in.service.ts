import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { type UserCredentials, hasExpired } from '../users/user-credentials.ts';
import type { User } from '../users/user.ts';
import type { StartedSession } from './domain/session.ts';
import { PasswordCheck } from './password-check.service.ts';
import { unknownAuthor } from './request-origin.ts';
import { SessionsService } from './sessions.service.ts';
import type { Attempt } from './sign-in-throttle.service.ts';
import { SignInThrottle } from './sign-in-throttle.service.ts';

export interface SignInAttempt extends Attempt {
  readonly password: string;
  /** The secret of the session that the browser still carries, which ends. */
  readonly presented: string | null;
}

export interface SignedIn {
  readonly user: User;
  readonly session: StartedSession;
}

/** Lets people in who know their password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly passwords: PasswordCheck,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Starts a session. Who does not exist, is inactive or gave the wrong password is told the same, after the same work.
   *
   * @throws TooManyRequests
   * @throws DomainError `invalid_credentials`, or `password_expired` for a one-time password that was right once.
   */
  async signIn(attempt: SignInAttempt): Promise<SignedIn> {
    await this.throttle.enter(attempt);
    const credentials = await this.passwords.verify(attempt.username, attempt.password);
    if (!credentials) throw await this.failed(attempt);
    await this.throttle.succeed(attempt);
    if (hasExpired(credentials)) throw await this.expired(attempt);
    return this.start(credentials, attempt);
  }

  private async start(credentials: UserCredentials, attempt: SignInAttempt): Promise<SignedIn> {
    const signedIn = await this.unitOfWork.run(async (transaction) => {
      const user = await this.passwords.confirmSignIn(transaction, credentials);
      if (!user) return null;
      if (attempt.presented !== null) await this.sessions.endPresented(transaction, attempt.presented);
      const session = await this.sessions.start(transaction, user.id, attempt.origin);
      const actor = { ...unknownAuthor(attempt.origin), userId: user.id };
      await this.audit.record({ kind: 'sign_in', actor }, transaction);
      return { user, session };
    });
    if (!signedIn) throw await this.failed(attempt);
    return signedIn;
  }

  private async failed(attempt: SignInAttempt): Promise<DomainError> {
    await this.recordFailure(attempt);
    return new DomainError('invalid_credentials', 'Check both and try again.');
  }

  private async expired(attempt: SignInAttempt): Promise<DomainError> {
    await this.recordFailure(attempt, { reason: 'password_expired' });
    return new DomainError('password_expired', 'Ask an admin for a new one.');
  }

  private async recordFailure({ username, origin }: SignInAttempt, details = {}): Promise<void> {
    const subject = await this.passwords.subjectOf(username);
    await this.audit.record({ kind: 'sign_in_failed', actor: unknownAuthor(origin), subject, details });
  }
}
