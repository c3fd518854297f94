/** The channel between the tabs of a browser, as a test plays it: what is told is heard at once. */
export class FakeChannel {
  private static all: FakeChannel[] = [];
  private static before: unknown;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  private asleep = false;

  constructor(readonly name: string) {
    FakeChannel.all.push(this);
  }

  static install(): void {
    FakeChannel.all = [];
    FakeChannel.before = Reflect.get(globalThis, 'BroadcastChannel');
    Object.assign(globalThis, { BroadcastChannel: FakeChannel });
  }

  static uninstall(): void {
    Object.assign(globalThis, { BroadcastChannel: FakeChannel.before });
  }

  /** This one sleeps from now on. */
  static silence(index: number): void {
    const channel = FakeChannel.all[index];
    if (channel) channel.asleep = true;
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.all) if (other !== this && !other.asleep) other.onmessage?.({ data });
  }

  close(): void {
    FakeChannel.all = FakeChannel.all.filter((one) => one !== this);
  }
}

interface Wanted {
  readonly run: () => Promise<void>;
  readonly settle: (how: 'over' | 'taken') => void;
}

/** One lock of a browser, as a test plays it. */
export class FakeLocks {
  private holder: Wanted | undefined;
  private line: Wanted[] = [];

  static install(): void {
    Object.defineProperty(navigator, 'locks', { value: new FakeLocks(), configurable: true });
  }

  static uninstall(): void {
    Reflect.deleteProperty(navigator, 'locks');
  }

  request(_name: string, { steal, signal }: LockOptions, run: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const wanted: Wanted = {
        run,
        settle: (how) => (how === 'over' ? resolve() : reject(new DOMException('taken', 'AbortError'))),
      };
      signal?.addEventListener('abort', () => {
        if (!this.line.includes(wanted)) return;
        this.line = this.line.filter((one) => one !== wanted);
        wanted.settle('taken');
      });
      if (steal) {
        this.holder?.settle('taken');
        this.holder = undefined;
        this.line.unshift(wanted);
      } else {
        this.line.push(wanted);
      }
      this.next();
    });
  }

  private next(): void {
    const first = this.holder ? undefined : this.line.shift();
    if (!first) return;
    this.holder = first;
    void first.run().then(() => {
      first.settle('over');
      if (this.holder !== first) return;
      this.holder = undefined;
      this.next();
    });
  }
}
