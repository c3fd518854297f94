import type { LiveState, Missed } from './live';
import type { LiveEvent } from './live-event';
import { type LiveOutput, LiveStream } from './live-stream';

/** Who leads and does not answer within this time sleeps: another tab takes over. */
export const ANSWER_MS = 3_000;

type Told =
  | { readonly event: LiveEvent; readonly position: string }
  | { readonly state: LiveState; readonly asOf: number | null }
  | { readonly missed: Missed }
  | { readonly who: true }
  | { readonly wake: true };

/**
 * One stream for all tabs of a browser: the tab that holds the lock has it and hands on what it brings. Without locks each
 * tab has its own.
 */
export class LiveTabs {
  private readonly channel: BroadcastChannel | undefined;
  private readonly locks: LockManager | undefined;
  private stream: LiveStream | undefined;
  private release: (() => void) | undefined;
  private readonly left = new AbortController();
  private silence: ReturnType<typeof setTimeout> | undefined;
  /** What happened before this tab listened to another one was seen by nobody. */
  private joined = false;
  /** Up to where this tab has heard everything; '' while that is not known. */
  private position = '';

  constructor(
    private readonly name: string,
    private readonly url: string,
    private readonly output: LiveOutput,
  ) {
    const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
    this.locks = typeof BroadcastChannel === 'undefined' ? undefined : locks;
    this.channel = this.locks && new BroadcastChannel(name);
  }

  get leads(): boolean {
    return this.stream !== undefined;
  }

  start(): void {
    if (!this.locks || !this.channel) {
      this.lead();
      return;
    }
    this.channel.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data);
    this.queue();
    this.checkLeader();
  }

  stop(): void {
    this.left.abort();
    clearTimeout(this.silence);
    this.resign();
    this.channel?.close();
  }

  /** The stream anew. */
  reopen(): void {
    this.stream?.open();
  }

  /** The stream unless it stands; in another tab when that has it. */
  ensure(): void {
    if (this.stream) this.stream.ensure();
    else this.tell({ wake: true });
  }

  /** Nothing is tried while the browser is offline. */
  pause(): void {
    this.stream?.close();
  }

  /** A tab in the background may have been put to sleep with the stream. */
  checkLeader(): void {
    if (this.stream || !this.channel) return;
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.queue(true), ANSWER_MS);
    this.tell({ who: true });
  }

  private queue(steal = false): void {
    // To steal and to be called off do not go together.
    const options: LockOptions = steal ? { steal } : { signal: this.left.signal };
    void this.locks
      ?.request(this.name, options, () => this.hold())
      .catch(() => {
        this.resign();
        // Somebody took it over: wait for the next turn.
        if (!this.left.signal.aborted) this.queue();
      });
  }

  private hold(): Promise<void> {
    if (this.left.signal.aborted) return Promise.resolve();
    this.lead();
    return new Promise((resolve) => (this.release = resolve));
  }

  private lead(): void {
    clearTimeout(this.silence);
    this.stream?.close();
    const output: LiveOutput = {
      event: (event, position) => this.pass({ event, position }),
      state: (state, asOf) => this.pass({ state, asOf }),
      missed: (missed) => this.pass({ missed }),
    };
    this.stream = new LiveStream(this.url, output, this.position);
    this.stream.open();
  }

  private resign(): void {
    const { stream } = this;
    this.stream = undefined;
    stream?.end();
    this.release?.();
    this.release = undefined;
  }

  /** To this tab and all others. */
  private pass(told: Told): void {
    this.tell(told);
    this.put(told);
  }

  private hear(told: Told): void {
    if ('who' in told) this.stream?.repeat();
    else if ('wake' in told) this.stream?.ensure();
    else if (!this.stream) {
      clearTimeout(this.silence);
      this.put(told);
      if ('state' in told && told.state === 'on' && !this.joined) this.output.missed('all');
      this.joined ||= 'state' in told && told.state === 'on';
    }
  }

  private put(told: Told): void {
    if ('event' in told) {
      this.position = told.position;
      this.output.event(told.event, told.position);
    } else if ('missed' in told) this.output.missed(told.missed);
    else if ('state' in told) this.output.state(told.state, told.asOf);
  }

  private tell(told: Told): void {
    this.channel?.postMessage(told);
  }
}
