import { Injectable } from '@nestjs/common';
import { addressKey } from '../auth/domain/address-key.ts';
import { hashToken } from '../auth/domain/opaque-token.ts';
import type { RateLimitState } from '../auth/domain/rate-limit-headers.ts';
import type { RateLimit } from '../auth/domain/rate-limit.ts';
import { RateLimits } from '../auth/rate-limits.service.ts';
import { TooManyRequests } from '../common/problems/domain-error.ts';
import type { Customer } from './domain/customer.ts';

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/** Links that one place asks for, whoever they are for. */
const LINKS_FROM: RateLimit = { policy: 'portal_links_from', quota: 20, windowSeconds: QUARTER };
/** Mails that one mailbox gets, whoever asks: nobody shall be able to fill one. */
const LINKS_TO: RateLimit = { policy: 'portal_links_to', quota: 5, windowSeconds: QUARTER };
/** Tickets, answers and closings of one customer. */
const WRITES: RateLimit = { policy: 'portal_writes', quota: 60, windowSeconds: HOUR };
const UPLOADS: RateLimit = { policy: 'portal_uploads', quota: 60, windowSeconds: HOUR };

/** The network address that something is asked from, and who hears where that stands. */
export interface AskedFrom {
  readonly from: string;
  readonly tell: (states: readonly RateLimitState[]) => void;
}

/** How much customers may ask, for all replicas together. */
@Injectable()
export class PortalLimits {
  constructor(private readonly limits: RateLimits) {}

  /**
   * Counts a link. It makes no difference whether anybody knows the address.
   *
   * @param to the address of the mailbox as addresses compare.
   * @throws TooManyRequests
   */
  async countLink({ from, tell }: AskedFrom, to: string): Promise<void> {
    await this.count(LINKS_FROM, addressKey(from), tell);
    // Nobody who reads the table learns who has asked.
    await this.count(LINKS_TO, hashToken(to), tell);
  }

  /** @throws TooManyRequests */
  countWrite({ id }: Customer): Promise<void> {
    return this.count(WRITES, String(id));
  }

  /** @throws TooManyRequests */
  countUpload({ id }: Customer): Promise<void> {
    return this.count(UPLOADS, String(id));
  }

  private async count(limit: RateLimit, key: string, tell?: AskedFrom['tell']): Promise<void> {
    const decision = await this.limits.countFor(limit, key);
    tell?.([decision]);
    if (!decision.allowed) throw new TooManyRequests('That is more than the portal takes.', decision.resetSeconds);
  }
}
