import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import { TooManyRequests } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { addressKey } from './domain/address-key.ts';
import type { Caller } from './domain/caller.ts';
import type { RateLimitState } from './domain/rate-limit-headers.ts';
import type { RateLimit, RateLimitDecision } from './domain/rate-limit.ts';
import type { Origin } from './domain/session.ts';
import { PasswordCheck } from './password-check.service.ts';
import { RateLimitRepository } from './rate-limit.repository.ts';
import { unknownAuthor } from './request-origin.ts';

const WINDOW_SECONDS = 15 * 60;
/** How many times more may fail on a name from all addresses together than from one. */
const ALL_ADDRESSES = 10;

/** An attempt to prove who one is. */
export interface Attempt {
  readonly username: string;
  readonly origin: Origin;
  /** Who is signed in already, and proves it once more to choose a new password. */
  readonly caller?: Caller;
  /** Hears where the attempt stands, whatever comes of it. */
  readonly tell: (states: readonly RateLimitState[]) => void;
}

/** A limit, and under which key an attempt counts there. */
interface Counter {
  readonly limit: RateLimit;
  readonly key: string;
  /** Whether the right password makes up for all failures before it, or is only not counted itself. */
  readonly forgiving: boolean;
}

/**
 * Slows down guessing passwords, for all replicas together: by name and address, so that nobody can keep somebody else
 * out from afar; by address, whatever the names; and, much later, by name, whatever the addresses. Windows end by
 * themselves, so that nobody is shut out for good. Whoever is signed in is counted apart from all strangers.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly counters: RateLimitRepository,
    private readonly passwords: PasswordCheck,
    private readonly audit: AuditLog,
    private readonly settings: Settings,
  ) {}

  /**
   * Counts an attempt before its password is looked at, so that guesses at the same moment all count.
   *
   * @throws TooManyRequests
   */
  async enter(attempt: Attempt): Promise<void> {
    const passed: Counter[] = [];
    for (const counter of this.countersOf(attempt)) {
      const decision = await this.counters.count(counter.limit, counter.key);
      attempt.tell([decision]);
      if (!decision.allowed) {
        // Nothing was guessed; neither others behind the same address nor the person shall pay for it.
        attempt.tell(await Promise.all(passed.map(({ limit, key }) => this.counters.giveBack(limit, key))));
        throw await this.refused(attempt, decision);
      }
      passed.push(counter);
    }
  }

  /** The password was right: of the name at this address all is forgiven, elsewhere this one attempt. */
  async succeed(attempt: Attempt): Promise<void> {
    const forgive = ({ limit, key, forgiving }: Counter) =>
      forgiving ? this.counters.forget(limit, key) : this.counters.giveBack(limit, key);
    attempt.tell(await Promise.all(this.countersOf(attempt).map(forgive)));
  }

  /** In the order they are asked: what another limit refuses must not use up that of a name everywhere. */
  private countersOf({ username, origin, caller }: Attempt): Counter[] {
    const { loginAttemptsPerName: perName, loginAttemptsPerAddress: perAddress } = this.settings.rateLimits;
    if (caller) {
      return [{ limit: limitOf('password-change', perName), key: String(caller.userId), forgiving: true }];
    }
    const address = addressKey(origin.address);
    const name = username.toLowerCase();
    return [
      { limit: limitOf('sign-in-address', perAddress), key: address, forgiving: false },
      { limit: limitOf('sign-in-name', perName), key: `${address} ${name}`, forgiving: true },
      { limit: limitOf('sign-in-name-anywhere', perName * ALL_ADDRESSES), key: name, forgiving: false },
    ];
  }

  private async refused(attempt: Attempt, decision: RateLimitDecision): Promise<TooManyRequests> {
    // Once in a window: whoever goes on must not be able to fill the log.
    if (decision.firstRefusal) {
      const actor = attempt.caller ?? unknownAuthor(attempt.origin);
      const subject = await this.passwords.subjectOf(attempt.username);
      await this.audit.record({ kind: 'sign_in_throttled', actor, subject, details: { limit: decision.policy } });
    }
    return new TooManyRequests('Too many attempts to sign in.', decision.resetSeconds);
  }
}

function limitOf(policy: string, quota: number): RateLimit {
  return { policy, quota, windowSeconds: WINDOW_SECONDS };
}
