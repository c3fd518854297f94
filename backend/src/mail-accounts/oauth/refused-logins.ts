import { TokenRefused } from './token-refused.ts';

/** So long nobody signs in after the first refusal, and then twice as long each time, in milliseconds. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** The newest so many are remembered. */
const KNOWN_MAX = 500;

interface RefusedLogin {
  readonly words: string;
  readonly waitMs: number;
  readonly until: number;
}

/** Remembers which accounts a new token did not let in, or got none, so that not each mail that waits asks for one. */
export class RefusedLogins {
  private readonly refused = new Map<string, RefusedLogin>();
  private readonly now: () => number;

  /** `now` gives milliseconds. */
  constructor(now = () => Date.now()) {
    this.now = now;
  }

  /** @throws TokenRefused while an account is not to be tried. */
  requireTry(account: string): void {
    const { until = 0, words = '' } = this.refused.get(account) ?? {};
    const left = until - this.now();
    if (left <= 0) return;
    throw new TokenRefused(
      `None is asked for within the next ${String(Math.ceil(left / 1_000))} seconds, after: ${words}`,
    );
  }

  /** `refusal` is what was said against it; null where it was let in. */
  tell(account: string, refusal: string | null): void {
    const before = this.refused.get(account);
    this.refused.delete(account);
    if (refusal === null) return;
    const waitMs = before ? Math.min(before.waitMs * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
    this.refused.set(account, { words: refusal, waitMs, until: this.now() + waitMs });
    for (const oldest of [...this.refused.keys()].slice(0, -KNOWN_MAX)) this.refused.delete(oldest);
  }

  /** It is the same account, under another name. */
  rename(before: string, after: string): void {
    const known = this.refused.get(before);
    if (!known) return;
    this.refused.delete(before);
    this.refused.set(after, known);
  }
}
