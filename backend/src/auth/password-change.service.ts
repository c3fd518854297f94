import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { DomainError, type FieldError, ValidationFailed } from '../common/problems/domain-error.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { Caller } from './domain/caller.ts';
import { passwordForm } from './domain/password-form.ts';
import { PasswordCheck } from './password-check.service.ts';
import { badPassword } from './password-rules.ts';
import { SessionsService } from './sessions.service.ts';
import type { SignedIn } from './sign-in.service.ts';
import type { Attempt } from './sign-in-throttle.service.ts';
import { SignInThrottle } from './sign-in-throttle.service.ts';

export interface PasswordChangeRequest extends Pick<Attempt, 'origin' | 'tell'> {
  readonly current: string;
  readonly next: string;
}

/** Lets people choose a new password. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly passwords: PasswordCheck,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Changes the caller's password. All their sessions end; the one given back takes the place of the caller's.
   *
   * @throws TooManyRequests, since whoever found an open browser may guess here too.
   * @throws ValidationFailed for a wrong current password, or a new one that is not good enough.
   */
  async change({ current, next, origin, tell }: PasswordChangeRequest, caller: Caller): Promise<SignedIn> {
    const { username, displayName } = caller.user;
    const attempt = { username, origin, tell, caller };
    await this.throttle.enter(attempt);
    const checked = await this.passwords.verify(username, current);
    if (!checked) throw await this.failed(caller);
    await this.throttle.succeed(attempt);
    const bad = await badPassword(next, [username, displayName]);
    if (bad) throw wrong('new_password', bad.code, `New password ${bad.words}`);
    if (passwordForm(next) === passwordForm(current))
      throw wrong('new_password', 'unchanged', 'New password must differ from the current one.');

    const hash = await this.passwords.hash(next);
    return this.unitOfWork.run(async (transaction) => {
      const user = await this.passwords.replace(transaction, checked, hash);
      if (!user) throw new DomainError('unauthenticated', 'Your password was changed elsewhere just now.');
      const ended = await this.sessions.endAllOf(transaction, user.id);
      const session = await this.sessions.start(transaction, user.id, origin);
      const details = { other_sessions_ended: Math.max(0, ended - 1) };
      await this.audit.record({ kind: 'password_changed', actor: caller, details }, transaction);
      return { user, session };
    });
  }

  private async failed(caller: Caller): Promise<ValidationFailed> {
    const subject = { type: 'user', id: caller.userId, label: caller.user.username } as const;
    const details = { while: 'changing the password' };
    await this.audit.record({ kind: 'sign_in_failed', actor: caller, subject, details });
    return wrong('current_password', 'wrong_password', 'This is not your current password.');
  }
}

function wrong(field: string, code: string, message: string): ValidationFailed {
  const error: FieldError = { field, code, message };
  return new ValidationFailed([error]);
}
