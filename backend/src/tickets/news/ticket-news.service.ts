import { Injectable } from '@nestjs/common';
import { decodePosition } from './domain/news-position.ts';
import { type Moment, nextTransaction } from './domain/snapshot.ts';
import { type NewsBatch, type ToldNews, inTurn } from './domain/ticket-news.ts';
import { TicketNewsRepository } from './ticket-news.repository.ts';

/** Tells what became of tickets to those who follow them, each thing once and what became of one ticket in order. */
@Injectable()
export class TicketNewsService {
  constructor(private readonly history: TicketNewsRepository) {}

  /** What came since a moment, up to now; nothing for who begins (null). */
  async since(base: Moment | null): Promise<NewsBatch> {
    const { end, at, news } = await this.history.since(base);
    return { news: news && inTurn((base ?? end).snapshot, end, news), end, readAt: at };
  }

  /**
   * What somebody has missed who followed to a position, up to a moment that came since. Null when it cannot be told one by
   * one: the position is none of ours, or of another era, or too much was missed, or too long ago.
   *
   * @param position as `encodePosition` made it, or whatever a client sends.
   */
  async missed(position: string, until: Moment): Promise<readonly ToldNews[] | null> {
    const from = decodePosition(position);
    if (from?.era !== until.era) return null;
    // What has not happened yet was told by nobody.
    if (nextTransaction(from.batch) > nextTransaction(until.snapshot)) return null;
    if (from.batch === until.snapshot && from.base === until.snapshot) return [];
    const missed = await this.history.missed(from, until.snapshot);
    if (missed === null) return null;
    return [
      ...inTurn(from.base, { era: from.era, snapshot: from.batch }, missed.rest),
      ...inTurn(from.batch, until, missed.after),
    ];
  }
}
