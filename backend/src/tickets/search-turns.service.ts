import { Injectable } from '@nestjs/common';
import { BulkheadRejectedError, type BulkheadPolicy, TaskCancelledError, bulkhead } from 'cockatiel';
import type { Author } from '../common/author.ts';
import { ClientWentAway, DomainError, TooManyRequests } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';

/** A search takes seconds of one core at the very worst, so a third of the connections is as much as it may hold. */
const SHARE_OF_POOL = 1 / 3;
/**
 * One that keeps a core of the database busy takes it from all others: of those a tenth of the connections is enough, and of
 * those that do so for a moment an eighth.
 */
const SHARE_OF = { heavy: 1 / 8, dear: 1 / 10 } as const;
const AT_ONCE = 2;
const WAITING = 6;
const BUSY = 'Other searches that take long are running. Please try again, or look for a rarer word.';

/**
 * Lets searches run one after another, so that they leave connections for everything that is quick: a process runs as
 * many at once as a third of its connections, and a caller two of them. Further ones wait, because whoever types ahead
 * does nothing wrong; who has six waiting is asked to slow down. Who goes away waits no longer. Of searches that are known to
 * be heavy or dear a process runs as many at once as an eighth and a tenth of its connections, and one of each at least.
 */
@Injectable()
export class SearchTurns {
  private readonly all: BulkheadPolicy;
  private readonly few: Readonly<Record<keyof typeof SHARE_OF, BulkheadPolicy>>;
  private readonly waitMs: number;
  private readonly perCaller: number;
  private readonly callers = new Map<number | null, BulkheadPolicy>();

  constructor({ database }: Settings) {
    const atOnce = Math.max(1, Math.floor(database.poolSize * SHARE_OF_POOL));
    this.all = bulkhead(atOnce, Number.MAX_SAFE_INTEGER);
    const fewAtOnce = (share: number): BulkheadPolicy =>
      bulkhead(Math.max(1, Math.floor(database.poolSize * share)), Number.MAX_SAFE_INTEGER);
    this.few = { heavy: fewAtOnce(SHARE_OF.heavy), dear: fewAtOnce(SHARE_OF.dear) };
    this.waitMs = database.statementTimeoutMs;
    this.perCaller = Math.min(AT_ONCE, atOnce);
  }

  /**
   * Runs `work` when it is the caller's turn.
   *
   * @throws TooManyRequests when the caller has too many searches waiting.
   * @throws ClientWentAway when the client goes before its turn.
   */
  async take<T>({ userId }: Author, gone: AbortSignal, work: () => Promise<T>): Promise<T> {
    return this.inOwnTurn(userId, gone, () => this.all.execute(work, gone));
  }

  /**
   * The same for `work` that is heavy or dear; others do not wait for it. A turn that comes later than a statement may take is
   * none.
   *
   * @throws DomainError `database_timeout` when its turn comes too late.
   */
  async takeOfFew<T>(
    weight: keyof typeof SHARE_OF,
    { userId }: Author,
    gone: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    const enough = this.waitMs === 0 ? gone : AbortSignal.any([gone, AbortSignal.timeout(this.waitMs)]);
    return this.inOwnTurn(userId, gone, async () => {
      try {
        return await inTime(this.few[weight], enough, () => this.all.execute(work, gone));
      } catch (error) {
        if (error instanceof TaskCancelledError && !gone.aborted) throw new DomainError('database_timeout', BUSY);
        throw error;
      }
    });
  }

  private async inOwnTurn<T>(userId: number | null, gone: AbortSignal, work: () => Promise<T>): Promise<T> {
    const own = this.callers.get(userId) ?? bulkhead(this.perCaller, WAITING);
    this.callers.set(userId, own);
    try {
      return await own.execute(work, gone);
    } catch (error) {
      if (error instanceof BulkheadRejectedError)
        throw new TooManyRequests('Too many of your searches are waiting.', 1);
      if (error instanceof TaskCancelledError) throw new ClientWentAway();
      throw error;
    } finally {
      if (own.executionSlots === this.perCaller && own.queueSlots === WAITING) this.callers.delete(userId);
    }
  }
}

/** Runs `work` when it is its turn; when that has not come until `enough` fires, it is told so at once and never runs. */
async function inTime<T>(turns: BulkheadPolicy, enough: AbortSignal, work: () => Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const tell = (): void => late.reject(new TaskCancelledError());
  enough.addEventListener('abort', tell, { once: true });
  const begin = (): Promise<T> => {
    enough.removeEventListener('abort', tell);
    return work();
  };
  return Promise.race([turns.execute(begin, enough), late.promise]);
}
