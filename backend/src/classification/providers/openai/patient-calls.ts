import { SuggesterFailure } from '../../domain/suggester-failure.ts';

/** While a model seems to be loading, so many may wait for it besides. */
const MOST_WAITING = 2;

/**
 * Calls that outlast those who wait for them. A model that is loaded when it is first asked would never get there if each
 * impatient call hung up: so one call, for all together, goes on in the background until it is answered or `loadMs` have
 * passed since it was left. Meanwhile few others may wait, so that calls do not pile up behind it, until one of them is
 * answered: then the model is there, and only that one call is stuck.
 */
export class PatientCalls {
  private readonly loadMs: number;
  private waiting = 0;
  private inBackground = false;
  /** Somebody has had an answer since the call in the background was left. */
  private answers = true;
  private tellLateAnswer = (): void => undefined;

  constructor(loadMs: number) {
    this.loadMs = loadMs;
  }

  /** Has this told when the call in the background is answered, in whatever words. */
  onLateAnswer(tell: () => void): void {
    this.tellLateAnswer = tell;
  }

  /**
   * Does the work of somebody who waits for the model.
   *
   * @throws SuggesterFailure `loading` when enough others wait already.
   */
  async waitFor<T>(work: () => Promise<T>): Promise<T> {
    if (this.inBackground && !this.answers && this.waiting >= MOST_WAITING) throw new SuggesterFailure('loading');
    this.waiting++;
    try {
      return await work();
    } finally {
      this.waiting--;
    }
  }

  /**
   * Makes a call, which gets a signal to hang up.
   *
   * @param patience fires when the answer would come too late.
   * @param client fires when nobody ever wanted it; that hangs up in any case.
   */
  async make<T>(patience: AbortSignal, client: AbortSignal, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    patience.throwIfAborted();
    const line = new AbortController();
    let limit: NodeJS.Timeout | undefined;
    const leave = () => {
      if (client.aborted || this.inBackground || this.loadMs === 0) {
        line.abort();
        return;
      }
      this.inBackground = true;
      this.answers = false;
      limit = setTimeout(() => line.abort(), this.loadMs).unref();
    };
    patience.addEventListener('abort', leave);
    try {
      const answer = await call(line.signal);
      this.answers = true;
      if (limit) this.tellLateAnswer();
      return answer;
    } catch (error) {
      // It is an answer too that nobody can use.
      if (limit && error instanceof SuggesterFailure) this.tellLateAnswer();
      throw error;
    } finally {
      patience.removeEventListener('abort', leave);
      clearTimeout(limit);
      if (limit) this.inBackground = false;
    }
  }
}
