const LOOK_AT_PARENT_MS = 500;
/** One Ctrl-C arrives twice, from the terminal and passed on by npm; only a later one is a second one. */
const SAME_KEYSTROKE_MS = 500;

/** Thrown into waiting work when the user asks to stop; not a failure. */
export class StoppedByUser extends Error {
  override readonly name = 'StoppedByUser';
}

/**
 * The user's wish to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that started us (a killed shell
 * does not pass signals on). Asking a second time ends the launcher at once.
 */
export class StopRequest {
  /** Settles when stopping is asked for. */
  readonly asked: Promise<void>;

  private constructor(asked: Promise<void>) {
    this.asked = asked;
  }

  static listen(): StopRequest {
    const { promise, resolve } = Promise.withResolvers<void>();
    let askedAt = Infinity;
    const ask = () => {
      askedAt = Math.min(askedAt, performance.now());
      resolve();
    };
    process.on('SIGINT', () => {
      if (performance.now() - askedAt > SAME_KEYSTROKE_MS) process.exit(130);
      ask();
    });
    process.on('SIGTERM', ask);
    process.on('SIGHUP', ask);
    if (process.env['npm_lifecycle_event'] !== undefined) watchParent(ask);
    // A closed terminal or a dead reader must not break the orderly stop.
    process.stdout.on('error', () => undefined);
    process.stderr.on('error', () => undefined);
    return new StopRequest(promise);
  }

  /** Waits for the work, unless stopping is asked for first. @throws StoppedByUser */
  async orStop<T>(work: Promise<T>): Promise<T> {
    const stopped = this.asked.then(() => {
      throw new StoppedByUser();
    });
    return Promise.race([stopped, work]);
  }
}

function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, LOOK_AT_PARENT_MS);
  timer.unref();
}
