import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { type Labels, Metrics } from '../metrics/metrics.ts';
import type { LiveEventName } from './domain/live-event.ts';

/** In seconds. What is told within a third of one seems to come at once. */
const BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10];

/**
 * Why a stream is over: its client left or took too little, what was missed could not be read, the sign-in ended, or the process
 * stops.
 */
export type StreamEnd = 'left' | 'unread' | 'failed' | 'session_ended' | 'stopping';

/** How somebody who came again got what was missed: one by one, or by reading all afresh. */
export type CatchUp = 'told' | 'reset';

/** Tells how many follow, what they are told, how late, and how they end. */
@Injectable()
export class LiveMetrics {
  private readonly countEvents: (labels: Labels<'event'>, count: number) => void;
  private readonly countEnd: (labels: Labels<'reason'>) => void;
  private readonly countCatchUp: (labels: Labels<'outcome'>) => void;
  private readonly took: (seconds: number) => void;

  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {
    this.countEvents = metrics.counter({
      name: 'desk_live_events_total',
      help: 'Events that were sent, each as often as there were streams to send it to.',
      labels: ['event'],
    });
    this.countEnd = metrics.counter({
      name: 'desk_live_streams_ended_total',
      help: 'Streams that ended, by why: left, unread (cut, because too little was taken), failed, session_ended or stopping.',
      labels: ['reason'],
    });
    this.countCatchUp = metrics.counter({
      name: 'desk_live_catch_ups_total',
      help: 'Streams that began where another had ended: told one by one what was missed, or to read afresh (reset).',
      labels: ['outcome'],
    });
    const took = metrics.duration({
      name: 'desk_live_delay_seconds',
      help: 'From the moment at which a change of a ticket was written to that at which its news were sent to the streams.',
      bounds: BOUNDS,
    });
    this.took = (seconds) => {
      took({}, seconds);
    };
  }

  /** @param count says how many streams are open. */
  tellOpen(count: () => number): void {
    const { metrics, settings } = this;
    metrics.gauge({ name: 'desk_live_streams', help: 'Streams of events that are open.' }, () => [[{}, count()]]);
    metrics.gauge({ name: 'desk_live_streams_limit', help: 'As many streams there may be.' }, () => [
      [{}, settings.liveStreamsMax],
    ]);
  }

  /** Notes that events were sent to so many streams. */
  sent(events: Iterable<LiveEventName>, streams = 1): void {
    if (streams > 0) for (const event of events) this.countEvents({ event }, streams);
  }

  ended(reason: StreamEnd): void {
    this.countEnd({ reason });
  }

  caughtUp(outcome: CatchUp): void {
    this.countCatchUp({ outcome });
  }

  /** Notes that something written at one moment is sent at another, both by the clock of the database. */
  sentAfter(written: Date, sent: Date): void {
    this.took(Math.max(0, sent.getTime() - written.getTime()) / 1000);
  }
}
