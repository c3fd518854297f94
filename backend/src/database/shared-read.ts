/** Milliseconds that those who wait give a read that runs, before theirs begins beside it. */
export const PATIENCE_MS = 100;

interface Waiting<Asked, Answer> {
  readonly asked: Asked[];
  readonly begun: Promise<unknown>;
  readonly answer: Promise<Answer>;
}

/**
 * One read for all who wait for it. Whoever asks while nothing is being read starts a read; whoever asks while one runs shares
 * the next, which begins when that one is over. So every answer comes of a read that began after it was asked for: it is never
 * older than one that was made for the caller alone, who always finds what was written before, by whichever process.
 *
 * A read that fails, fails for all who shared it and for nobody after them. That a caller goes away changes nothing for the
 * others, and a read that hangs holds nobody up for longer than `PATIENCE_MS`. An answer belongs to several: nobody may change it.
 */
export class SharedRead<Asked, Answer> {
  private readonly read: (asked: readonly Asked[]) => Promise<Answer>;
  private readonly most: number;
  private running: Promise<Answer> | null = null;
  private readonly waiting: Waiting<Asked, Answer>[] = [];

  /**
   * @param read answers all that was asked, at least one thing, in one answer.
   * @param most how many things one read takes; what is more waits for the read after it.
   */
  constructor(read: (asked: readonly Asked[]) => Promise<Answer>, most = Infinity) {
    this.read = read;
    this.most = most;
  }

  /** The answer to what was asked, and to what others asked with it. */
  ask(asked: Asked): Promise<Answer> {
    if (this.isIdle) return this.begin([asked]);
    const last = this.waiting.at(-1);
    const next = last && last.asked.length < this.most ? last : this.waitBehind(last);
    next.asked.push(asked);
    return next.answer;
  }

  /** Whether nobody reads or waits. */
  get isIdle(): boolean {
    return !this.running && this.waiting.length === 0;
  }

  private begin(asked: readonly Asked[]): Promise<Answer> {
    const answer = (async () => this.read(asked))();
    this.running = answer;
    const end = (): void => {
      if (this.running === answer) this.running = null;
    };
    answer.then(end, end);
    return answer;
  }

  private waitBehind(last: Waiting<Asked, Answer> | undefined): Waiting<Asked, Answer> {
    const asked: Asked[] = [];
    const turn = last ? last.begun.then(() => endOf(this.running)) : endOf(this.running);
    const begun = turn.then(() => {
      this.waiting.shift();
      return { answer: this.begin(asked) };
    });
    const next = { asked, begun, answer: begun.then(({ answer }) => answer) };
    this.waiting.push(next);
    return next;
  }
}

/** Comes when a read is over, however it ended, or when it has taken too long to wait for. */
function endOf(read: Promise<unknown> | null): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(resolve, PATIENCE_MS);
    const go = (): void => {
      clearTimeout(impatience);
      resolve();
    };
    if (read) read.then(go, go);
    else go();
  });
}
