/** Tells in lines how far something long has come, and how long it may still take. */
export class Progress {
  private done = 0;
  private worked = 0;
  private readonly what: string;
  private readonly works: readonly number[];
  private readonly all: number;
  private readonly tell: (line: string) => void;
  private readonly now: () => number;
  private readonly begin: number;
  private told = -Infinity;

  /** @param works how much work each step is beside the others, in the order of the steps. */
  constructor(
    what: string,
    works: readonly number[],
    tell: (line: string) => void,
    now: () => number = () => performance.now(),
  ) {
    this.what = what;
    this.works = works;
    this.all = works.reduce((sum, work) => sum + work, 0);
    this.tell = tell;
    this.now = now;
    this.begin = now();
  }

  readonly step = (): void => {
    this.worked += this.works[this.done] ?? 0;
    this.done += 1;
    const now = this.now();
    const isLast = this.done === this.works.length;
    if (!isLast && now - this.told < TELL_EVERY_MS) return;
    this.told = now;
    const left = ((now - this.begin) / this.worked) * (this.all - this.worked);
    const words = isLast ? 'done' : `${timeLeft(left)} left`;
    this.tell(`${this.what}: ${String(this.done)} of ${String(this.works.length)}, ${words}`);
  };
}

const TELL_EVERY_MS = 1_000;

function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `about ${String(seconds)} s` : `about ${String(Math.ceil(seconds / 60))} min`;
}
