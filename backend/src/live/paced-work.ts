/** How often it is done, and who hears that it failed. */
export interface Pace {
  /** From the beginning of one turn to that of the next, in milliseconds. */
  readonly gapMs: number;
  /** A turn for which nobody waited has failed. Told once, until one has not. */
  readonly failed: (error: unknown) => void;
}

/** Does the same thing again and again, one turn after another: soon after it is asked for, and not more often than its pace allows. */
export class PacedWork {
  private turn: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private due: NodeJS.Timeout | undefined;
  private lastBegan = -Infinity;
  private isFailing = false;
  private isStopped = false;

  private readonly work: () => Promise<void>;
  private readonly pace: Pace;

  constructor(work: () => Promise<void>, pace: Pace) {
    this.work = work;
    this.pace = pace;
  }

  /** Has it done in a moment, once for all who ask until then. */
  soon(): void {
    if (this.due || this.next || this.isStopped) return;
    const wait = Math.max(0, this.lastBegan + this.pace.gapMs - performance.now());
    this.due = setTimeout(() => {
      this.due = undefined;
      void this.quietly();
    }, wait).unref();
  }

  /** A turn that begins after this was called, whatever the pace, and its end. @throws what the work throws. */
  now(): Promise<void> {
    if (!this.turn) return this.begin();
    this.next ??= this.turn
      .catch(() => undefined)
      .then(() => {
        this.next = null;
        return this.begin();
      });
    return this.next;
  }

  /** Begins nothing more by itself, and waits for the end of what has begun. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.due);
    await (this.next ?? this.turn)?.catch(() => undefined);
  }

  private begin(): Promise<void> {
    this.lastBegan = performance.now();
    const turn = this.work().finally(() => {
      if (this.turn === turn) this.turn = null;
    });
    this.turn = turn;
    return turn;
  }

  private async quietly(): Promise<void> {
    try {
      await this.now();
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.pace.failed(error);
      this.isFailing = true;
    }
  }
}
