import { Injectable } from '@nestjs/common';
import { BulkheadRejectedError, type BulkheadPolicy, bulkhead } from 'cockatiel';
import type { Author } from '../common/author.ts';
import { ClientWentAway, DomainError, TooManyRequests } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import type { SearchWeight } from './domain/search-steps.ts';

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

/** Runs a part of a search when it is the turn of what weighs so much. */
export type InTurn = <T>(weight: SearchWeight, work: () => Promise<T>) => Promise<T>;

/** The searches of a caller: all that are not over, and those that run. */
interface OfCaller {
  readonly admitted: BulkheadPolicy;
  readonly running: BulkheadPolicy;
}

/** Somebody who waits, and until when; a moment of `performance.now()`. */
interface Patience {
  readonly gone: AbortSignal;
  readonly until: number;
}

/**
 * Lets searches run one after another, so that they leave connections for everything that is quick: a process runs as
 * many at once as a third of its connections, and a caller two of them. Further ones wait, because whoever types ahead
 * does nothing wrong; who has eight that are not over is asked to slow down. Who goes away waits no longer. Of searches that are
 * known to be heavy or dear a process runs as many at once as an eighth and a tenth of its connections, and one of each at
 * least; those that wait for that keep nobody waiting who does not, their own caller included. Who has
 * got such a turn holds it while waiting for the next line: until another search of the same caller has ended, or one of all.
 */
@Injectable()
export class SearchTurns {
  private readonly all: BulkheadPolicy;
  private readonly few: Readonly<Record<keyof typeof SHARE_OF, BulkheadPolicy>>;
  private readonly waitMs: number;
  private readonly perCaller: number;
  private readonly callers = new Map<number | null, OfCaller>();

  constructor({ database }: Settings) {
    const atOnce = Math.max(1, Math.floor(database.poolSize * SHARE_OF_POOL));
    this.all = line(atOnce);
    const fewAtOnce = (share: number): BulkheadPolicy => line(Math.max(1, Math.floor(database.poolSize * share)));
    this.few = { heavy: fewAtOnce(SHARE_OF.heavy), dear: fewAtOnce(SHARE_OF.dear) };
    this.waitMs = database.statementTimeoutMs === 0 ? Infinity : database.statementTimeoutMs;
    this.perCaller = Math.min(AT_ONCE, atOnce);
  }

  /**
   * Runs a search, which asks for its turns. One of what is heavy or dear that does not come within the time that a statement may
   * take, counted from here however often it waits, is none; who need not wait is never late.
   *
   * @throws TooManyRequests when the caller has too many searches that are not over.
   * @throws ClientWentAway when the client goes before its turn.
   * @throws DomainError `database_timeout` when its turn comes too late.
   */
  async admit<T>({ userId }: Author, gone: AbortSignal, search: (inTurn: InTurn) => Promise<T>): Promise<T> {
    const own = this.callers.get(userId) ?? {
      admitted: bulkhead(this.perCaller + WAITING),
      running: line(this.perCaller),
    };
    this.callers.set(userId, own);
    const late = performance.now() + this.waitMs;
    try {
      return await own.admitted.execute(() =>
        search((weight, work) => {
          const lines = [own.running, this.all];
          if (weight === 'light') return inLines(lines, { gone, until: Infinity }, work);
          return inLines([this.few[weight], ...lines], { gone, until: late }, work);
        }),
      );
    } catch (error) {
      if (error instanceof BulkheadRejectedError)
        throw new TooManyRequests('Too many of your searches are waiting.', 1);
      throw error;
    } finally {
      if (own.admitted.executionSlots === this.perCaller + WAITING) this.callers.delete(userId);
    }
  }

  /** Runs a search that is one part, which waits for as long as it has to. */
  take<T>(caller: Author, gone: AbortSignal, work: () => Promise<T>): Promise<T> {
    return this.admit(caller, gone, (inTurn) => inTurn('light', work));
  }
}

function line(atOnce: number): BulkheadPolicy {
  return bulkhead(atOnce, Number.MAX_SAFE_INTEGER);
}

/** Runs `work` when it is its turn in the first line, then in the next one. */
function inLines<T>(
  [first, ...next]: readonly BulkheadPolicy[],
  patience: Patience,
  work: () => Promise<T>,
): Promise<T> {
  return first ? inTime(first, patience, () => inLines(next, patience, work)) : work();
}

/** Runs `work` when it is its turn; whose patience ends before is told so at once, and it never runs. */
async function inTime<T>(turns: BulkheadPolicy, { gone, until }: Patience, work: () => Promise<T>): Promise<T> {
  if (gone.aborted) throw new ClientWentAway();
  if (turns.executionSlots > 0) return turns.execute(work);
  const left = new AbortController();
  const late = Promise.withResolvers<never>();
  const giveUp = (why: DomainError): void => {
    stopWaiting();
    late.reject(why);
    left.abort();
  };
  const onGone = (): void => giveUp(new ClientWentAway());
  const onLate = (): void => giveUp(new DomainError('database_timeout', BUSY));
  const timer = until === Infinity ? undefined : setTimeout(onLate, Math.max(0, until - performance.now()));
  gone.addEventListener('abort', onGone, { once: true });
  const stopWaiting = (): void => {
    clearTimeout(timer);
    gone.removeEventListener('abort', onGone);
  };
  const begin = (): Promise<T> => {
    stopWaiting();
    return work();
  };
  return Promise.race([turns.execute(begin, left.signal), late.promise]);
}
