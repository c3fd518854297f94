import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../auth/domain/caller.ts';
import { DomainError, TooManyRequests } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import {
  FOR_ADMINS,
  type LiveEventName,
  type LiveEvents,
  type OfPerson,
  SELDOM_TOLD,
  type SeldomTold,
} from './domain/live-event.ts';
import { BEAT, eventText } from './domain/server-sent.ts';
import { LiveMetrics, type StreamEnd } from './live-metrics.ts';
import type { LiveStream } from './live-stream.ts';
import { PacedWork } from './paced-work.ts';

/** A browser has one for all of its tabs. */
const PER_CALLER = 20;
const COME_AGAIN_SECONDS = 10;
/** Well within the time after which proxies give up an answer that says nothing. */
const BEAT_EVERY_MS = 15_000;
/** From one to the next of what is told seldom. */
const SELDOM_MS = 1_000;

/** The streams that are open in this process. */
@Injectable()
export class LiveStreams implements OnModuleInit, OnModuleDestroy {
  private readonly streams = new Set<LiveStream>();
  /** How many places each caller has taken, by who it is. */
  private readonly places = new Map<string, number>();
  private taken = 0;
  private readonly seldom = new Map(SELDOM_TOLD.map((name) => [name, this.paced(name)] as const));
  private beating: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    private readonly settings: Settings,
    private readonly metrics: LiveMetrics,
  ) {
    metrics.tellOpen(() => this.count);
  }

  onModuleInit(): void {
    this.beating = setInterval(() => this.write(BEAT), BEAT_EVERY_MS).unref();
  }

  /** The first thing that happens when the process stops: streams would hold up its end. */
  onModuleDestroy(): void {
    this.isStopping = true;
    clearInterval(this.beating);
    for (const telling of this.seldom.values()) void telling.stop();
    for (const stream of this.streams) this.end(stream, 'goodbye', 'stopping');
  }

  /** How many are open. */
  get count(): number {
    return this.streams.size;
  }

  all(): Iterable<LiveStream> {
    return this.streams;
  }

  /**
   * Takes a place for one more, until what is given back is called.
   *
   * @throws TooManyRequests when the caller has as many as may be.
   * @throws DomainError `too_many_streams` when the process has.
   */
  takePlace(caller: Caller): () => void {
    const who = caller.tokenId === null ? `user:${String(caller.userId)}` : `token:${caller.tokenId}`;
    const count = this.places.get(who) ?? 0;
    if (count >= PER_CALLER)
      throw new TooManyRequests(`You follow the desk ${String(PER_CALLER)} times already.`, COME_AGAIN_SECONDS);
    if (this.taken >= this.settings.liveStreamsMax)
      throw new DomainError('too_many_streams', 'As many follow the desk as may.');
    this.places.set(who, count + 1);
    this.taken += 1;
    return () => {
      this.taken -= 1;
      const left = (this.places.get(who) ?? 0) - 1;
      if (left > 0) this.places.set(who, left);
      else this.places.delete(who);
    };
  }

  add(stream: LiveStream): void {
    this.streams.add(stream);
    if (this.isStopping) this.end(stream, 'goodbye', 'stopping');
  }

  remove(stream: LiveStream): void {
    if (this.streams.delete(stream)) this.metrics.ended(stream.endedBy);
  }

  /** Tells one stream the last event and closes it. */
  end(stream: LiveStream, last: 'goodbye' | 'session.ended', reason: StreamEnd): void {
    if (!stream.isOpen) return;
    this.metrics.sent([last]);
    stream.end(eventText(last, {}), reason);
  }

  /** Tells all of an event, or those whom it is for. */
  tell<Name extends LiveEventName>(name: Name, data: LiveEvents[Name], id?: string): void {
    const isFor = FOR_ADMINS.has(name) ? (stream: LiveStream) => stream.isForAdmin : undefined;
    this.write(eventText(name, data, id), [name], isFor);
  }

  /** Tells those whom it is for that something has changed: in a moment, and at most once in a second. */
  tellSeldom(name: SeldomTold): void {
    if (this.streams.size > 0) this.seldom.get(name)?.soon();
  }

  /** Tells the browsers of some people, and none of their programs. */
  tellBrowsersOf(people: readonly number[], name: OfPerson): void {
    const theirs = new Set(people);
    this.write(eventText(name, {}), [name], ({ caller }) => caller.sessionId !== null && theirs.has(caller.userId));
  }

  /** Writes the same to all streams, or to those whom it is for; `events` are those that stand in it. */
  write(text: string, events: readonly LiveEventName[] = [], isFor?: (stream: LiveStream) => boolean): void {
    if (this.streams.size === 0) return;
    const bytes = Buffer.from(text);
    let told = 0;
    for (const stream of this.streams) if (isFor?.(stream) ?? true) told += Number(stream.tell(bytes));
    this.metrics.sent(events, told);
  }

  private paced(name: SeldomTold): PacedWork {
    const tell = (): Promise<void> => {
      this.tell(name, {});
      return Promise.resolve();
    };
    // To write to a stream does not fail.
    return new PacedWork(tell, { gapMs: SELDOM_MS, failed: () => undefined });
  }
}
