import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { endOf, encodePosition } from '../tickets/news/domain/news-position.ts';
import type { Moment } from '../tickets/news/domain/snapshot.ts';
import type { NewsBatch } from '../tickets/news/domain/ticket-news.ts';
import { TicketNewsService } from '../tickets/news/ticket-news.service.ts';
import { newsName, newsText } from './domain/news-text.ts';
import { eventText, positionText } from './domain/server-sent.ts';
import { LiveMetrics } from './live-metrics.ts';
import type { LiveStream } from './live-stream.ts';
import { LiveStreams } from './live-streams.service.ts';
import { PacedWork } from './paced-work.ts';

/** Whoever heard nothing looks so often: a notice may be lost, and a process may die before it gives one. */
const LOOK_EVERY_MS = 1_000;
/** Between one look and the next. What comes within is told together, which costs each stream one write. */
const GAP_MS = 100;

/** Reads the news of tickets once for all streams of this process, one reading after another, and tells them. */
@Injectable()
export class TicketFeed implements OnModuleInit, OnModuleDestroy {
  /** What all streams have been told. */
  private told: Moment | null = null;
  private isResetDue = false;
  private readonly reading: PacedWork;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    private readonly news: TicketNewsService,
    private readonly streams: LiveStreams,
    private readonly metrics: LiveMetrics,
    logger: PinoLogger,
  ) {
    logger.setContext(TicketFeed.name);
    this.reading = new PacedWork(() => this.read(), {
      gapMs: GAP_MS,
      failed: (error) => logger.warn({ err: error }, 'News could not be read; streams wait until they can'),
    });
  }

  onModuleInit(): void {
    this.looking = setInterval(() => this.lookSoon(), LOOK_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.looking);
    await this.reading.stop();
  }

  /** Has news told that came by now, in a moment. */
  lookSoon(): void {
    if (this.streams.count > 0) this.reading.soon();
  }

  /**
   * Lets a stream follow from now on, or from a position on. Positions of other processes may be newer than what this one has
   * read, so it reads first.
   *
   * @param position as the client sent it; null when it begins.
   * @param begin answers the client; what comes after that, it is told.
   */
  async join(stream: LiveStream, position: string | null, begin: () => void): Promise<void> {
    if (this.streams.count === 0) this.told = null;
    await this.reading.now();
    const { told } = this;
    if (told === null) throw new Error('Nobody knows how far the news were read');
    begin();
    if (!stream.isOpen) return;
    this.streams.add(stream);
    const end = encodePosition(endOf(told));
    if (position === null) {
      stream.catchUp(positionText(end));
      return;
    }
    const missed = await this.news.missed(position, told);
    this.metrics.caughtUp(missed === null ? 'reset' : 'told');
    this.metrics.sent(missed?.map(newsName) ?? ['reset']);
    stream.catchUp(missed === null ? eventText('reset', {}, end) : missed.map(newsText).join('') + positionText(end));
  }

  /**
   * Has all read afresh what cannot be told one by one. First it is read how far the desk is: what they were told last may be
   * of another era, and from there nobody is told what comes between.
   */
  resetAll(): void {
    this.isResetDue = true;
    this.lookSoon();
  }

  private async read(): Promise<void> {
    const isResetDue = this.isResetDue;
    this.isResetDue = false;
    try {
      const batch = await this.news.since(this.told);
      this.told = batch.end;
      this.tell(batch, isResetDue);
    } catch (error) {
      this.isResetDue ||= isResetDue;
      throw error;
    }
  }

  private tell({ news, end, readAt }: NewsBatch, isResetDue: boolean): void {
    if (news !== null && news.length > 0) this.streams.write(news.map(newsText).join(''), news.map(newsName));
    if (news === null || isResetDue) this.streams.tell('reset', {}, encodePosition(endOf(end)));
    for (const { news: told } of news ?? []) this.metrics.sentAfter(told.at, readAt);
    if (news === null || news.length > 0) this.streams.tellSeldom('statistics.changed');
  }
}
