import { LIVE_KINDS, type LiveEvent, readEvent } from './live-event';
import type { LiveState, Missed } from './live';

/** Where a stream tells what it brings. */
export interface LiveOutput {
  /** `position` is from where to go on after it; '' where that is not told. */
  readonly event: (event: LiveEvent, position: string) => void;
  readonly state: (state: LiveState, asOf: number | null) => void;
  readonly missed: (what: Missed) => void;
}

/** A line that is back before then was never off for a person. */
export const GRACE_MS = 5_000;
const FIRST_TRY_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * One stream of events. The browser itself takes up a line that broke where it ended; one that the desk refuses is tried
 * again, less and less often. A new one goes on where the one before it ended, here or in another tab.
 */
export class LiveStream {
  private source: EventSource | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private grace: ReturnType<typeof setTimeout> | undefined;
  private delay = FIRST_TRY_MS;
  private asOf: number | null = null;
  private standing: LiveState = 'connecting';
  private closed = false;
  /** The browser takes up the line that it had. */
  private resumes = false;

  constructor(
    private readonly url: string,
    private readonly output: LiveOutput,
    /** Up to where everything was heard; '' where nobody has listened yet. */
    private position = '',
  ) {}

  /** Anew; what was open before is closed. */
  open(): void {
    this.drop();
    this.closed = false;
    this.resumes = this.position !== '';
    if (this.standing !== 'off') this.unsure();
    const source = new EventSource(
      this.resumes ? `${this.url}?last_event_id=${encodeURIComponent(this.position)}` : this.url,
    );
    this.source = source;
    source.onopen = () => this.stands();
    source.onerror = () => this.failed(source);
    for (const kind of LIVE_KINDS) {
      source.addEventListener(kind, ({ data, lastEventId }: MessageEvent<unknown>) => {
        if (lastEventId) this.position = lastEventId;
        const event = typeof data === 'string' ? readEvent(kind, data) : null;
        if (event) this.hear(event);
      });
    }
  }

  /** Opens it unless it is open, or about to be. */
  ensure(): void {
    if (this.standing === 'off' || !this.source) this.open();
  }

  /** Nothing comes any more, and nothing is tried. */
  close(): void {
    this.end();
    this.become('off');
  }

  /** Says where it stands, to somebody who has come later. */
  repeat(): void {
    this.output.state(this.standing, this.asOf);
  }

  /** Quietly: nobody is told. */
  end(): void {
    this.drop();
    clearTimeout(this.grace);
    this.grace = undefined;
  }

  private drop(): void {
    this.closed = true;
    this.source?.close();
    this.source = undefined;
    clearTimeout(this.again);
  }

  private hear(event: LiveEvent): void {
    if (event.kind === 'session.ended') this.close();
    if (event.kind === 'reset') this.output.missed('all');
    this.output.event(event, this.position);
  }

  private stands(): void {
    clearTimeout(this.grace);
    this.grace = undefined;
    this.delay = FIRST_TRY_MS;
    this.become('on');
    // What happened before the line stood was seen by nobody.
    this.output.missed(this.resumes ? 'besides tickets' : 'all');
    this.resumes = true;
  }

  private failed(source: EventSource): void {
    if (this.closed || source !== this.source) return;
    this.unsure();
    if (source.readyState !== EventSource.CLOSED) return;
    this.drop();
    // Not all browsers of a desk at once.
    this.again = setTimeout(() => this.open(), this.delay * (0.75 + Math.random() / 2));
    this.delay = Math.min(2 * this.delay, LONGEST_MS);
  }

  private unsure(): void {
    if (this.standing === 'off') return;
    this.become('connecting');
    this.grace ??= setTimeout(() => this.become('off'), GRACE_MS);
  }

  private become(state: LiveState): void {
    if (this.standing === 'on' && state !== 'on') this.asOf = Date.now();
    this.standing = state;
    this.output.state(state, this.asOf);
  }
}
