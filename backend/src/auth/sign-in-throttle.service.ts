import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { TooManyRequests } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { addressKey } from './domain/address-key.ts';
import type { RateLimit } from './domain/rate-limit.ts';
import type { Origin } from './domain/session.ts';
import { RateLimitRepository } from './rate-limit.repository.ts';
import { unknownActor } from './request-origin.ts';

const WINDOW_SECONDS = 15 * 60;

/** An attempt to prove who one is. */
export interface Attempt {
  readonly username: string;
  readonly origin: Origin;
}

/**
 * Slows down guessing passwords, by name and by address, for all replicas together. Windows end by themselves, so that
 * nobody is shut out for good, and whoever is signed in already is not concerned.
 */
@Injectable()
export class SignInThrottle {
  private readonly byName: RateLimit;
  private readonly byAddress: RateLimit;

  constructor(
    private readonly counters: RateLimitRepository,
    private readonly audit: AuditLog,
    { rateLimits }: Settings,
  ) {
    const limit = (policy: string, quota: number): RateLimit => ({ policy, quota, windowSeconds: WINDOW_SECONDS });
    this.byName = limit('sign-in-name', rateLimits.loginAttemptsPerName);
    this.byAddress = limit('sign-in-address', rateLimits.loginAttemptsPerAddress);
  }

  /**
   * Counts an attempt before its password is looked at, so that guesses at the same moment all count.
   *
   * @throws TooManyRequests
   */
  async enter(attempt: Attempt): Promise<void> {
    await this.count(this.byAddress, addressKey(attempt.origin.address), attempt);
    try {
      await this.count(this.byName, nameKey(attempt), attempt);
    } catch (refusal) {
      // Nothing was guessed; others behind the same address shall not pay for it.
      await this.counters.giveBack(this.byAddress, addressKey(attempt.origin.address));
      throw refusal;
    }
  }

  /** The password was right: of the name all is forgiven, of the address this one attempt. */
  async succeed(attempt: Attempt): Promise<void> {
    await this.counters.forget(this.byName, nameKey(attempt));
    await this.counters.giveBack(this.byAddress, addressKey(attempt.origin.address));
  }

  private async count(limit: RateLimit, key: string, { username, origin }: Attempt): Promise<void> {
    const { allowed, firstRefusal, resetSeconds } = await this.counters.count(limit, key);
    if (allowed) return;
    // Once in a window: whoever goes on must not be able to fill the log.
    if (firstRefusal) {
      const subject = { type: 'user', label: username } as const;
      const details = { limit: limit.policy };
      await this.audit.record({ kind: 'sign_in_throttled', actor: unknownActor(origin), subject, details });
    }
    throw new TooManyRequests('Too many attempts to sign in.', resetSeconds);
  }
}

function nameKey({ username }: Attempt): string {
  return username.toLowerCase();
}
