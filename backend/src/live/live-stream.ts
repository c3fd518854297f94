import type { ServerResponse } from 'node:http';
import type { Caller } from '../auth/domain/caller.ts';
import { RETRY } from './domain/server-sent.ts';
import type { StreamEnd } from './live-metrics.ts';

/** So much may wait for a reader, in bytes, besides what the operating system keeps; who takes less is cut. */
const UNTAKEN_MAX = 256 * 1024;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Told to nginx, which would else collect what it passes on.
  'x-accel-buffering': 'no',
  // What ends here does so because the process stops, or the sign-in has ended: nothing more comes on this connection.
  connection: 'close',
};

/** One open stream of events. Until it has caught up with those it missed, newer ones wait. */
export class LiveStream {
  private waiting: Buffer[] | null = [];

  private readonly response: ServerResponse;
  /** Who follows, as the request was let in. */
  readonly caller: Caller;
  /** Whether it is told what only admins are told. */
  isForAdmin: boolean;
  /** Why it is over, once it is. */
  endedBy: StreamEnd = 'left';

  constructor(response: ServerResponse, caller: Caller) {
    this.response = response;
    this.caller = caller;
    this.isForAdmin = caller.scopes.includes('admin');
  }

  get isOpen(): boolean {
    return !this.response.destroyed && !this.response.writableEnded;
  }

  /** Answers the request: from here on events are taken. */
  begin(headers: Readonly<Record<string, number | string | string[] | undefined>>): void {
    const given = Object.entries(headers).filter(([, value]) => value !== undefined);
    this.response.writeHead(200, { ...Object.fromEntries(given), ...HEADERS });
    this.response.write(RETRY);
  }

  /** Tells what was missed, and then what came meanwhile. */
  catchUp(missed: string): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    this.tell(Buffer.concat([Buffer.from(missed), ...waiting]));
  }

  /**
   * Tells events, or will once it has caught up. A reader that has left too much of earlier ones is cut, and comes again when it
   * reads.
   *
   * @returns whether they are on their way.
   */
  tell(events: Buffer): boolean {
    if (this.isOpen && this.response.writableLength > UNTAKEN_MAX) this.cut('unread');
    if (!this.isOpen) return false;
    if (this.waiting) this.waiting.push(events);
    else this.response.write(events);
    return true;
  }

  /** Tells the last event and closes. */
  end(event: string, reason: StreamEnd = 'left'): void {
    if (!this.isOpen) return;
    this.endedBy = reason;
    this.response.end(event);
  }

  cut(reason: StreamEnd): void {
    this.endedBy = reason;
    this.response.destroy();
  }
}
