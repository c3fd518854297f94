/** Tells in lines how far something long has come, and how long it may still take. */
export class Progress {
  private done = 0;
  private readonly total: number;
  private readonly what: string;
  private readonly begin = performance.now();
  private told = -Infinity;
  private readonly tell: (line: string) => void;

  constructor(what: string, total: number, tell: (line: string) => void) {
    this.tell = tell;
    this.what = what;
    this.total = total;
  }

  readonly step = (): void => {
    this.done += 1;
    const now = performance.now();
    const isLast = this.done === this.total;
    if (!isLast && now - this.told < TELL_EVERY_MS) return;
    this.told = now;
    const left = ((now - this.begin) / this.done) * (this.total - this.done);
    const words = isLast ? 'done' : `${timeLeft(left)} left`;
    this.tell(`${this.what}: ${String(this.done)} of ${String(this.total)}, ${words}`);
  };
}

const TELL_EVERY_MS = 1_000;

function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `about ${String(seconds)} s` : `about ${String(Math.ceil(seconds / 60))} min`;
}
