import { Injectable } from '@nestjs/common';
import { decodePosition, endOf } from './domain/news-position.ts';
import { type Snapshot, nextTransaction } from './domain/snapshot.ts';
import { type NewsBatch, type ToldNews, inTurn } from './domain/ticket-news.ts';
import { TicketNewsRepository } from './ticket-news.repository.ts';

/** Tells what became of tickets to those who follow them, each thing once and what became of one ticket in order. */
@Injectable()
export class TicketNewsService {
  constructor(private readonly history: TicketNewsRepository) {}

  /** What came since a snapshot, up to now; nothing for who begins (null). */
  async since(base: Snapshot | null): Promise<NewsBatch> {
    const { snapshot, at, news } = await this.history.since(base);
    const end = endOf(snapshot);
    return { news: news && inTurn(base ?? snapshot, snapshot, news), end, readAt: at };
  }

  /**
   * What somebody has missed who followed to a position, up to a snapshot that was taken since. Null when it cannot be told one
   * by one: the position is none of ours, or too much was missed, or too long ago.
   *
   * @param position as `encodePosition` made it, or whatever a client sends.
   */
  async missed(position: string, until: Snapshot): Promise<readonly ToldNews[] | null> {
    const from = decodePosition(position);
    // What has not happened yet was told by another database.
    if (from === null || nextTransaction(from.batch) > nextTransaction(until)) return null;
    if (from.batch === until && from.base === until) return [];
    const missed = await this.history.missed(from, until);
    if (missed === null) return null;
    return [
      ...inTurn(from.base, from.batch, missed.rest, endOf(from.batch)),
      ...inTurn(from.batch, until, missed.after),
    ];
  }
}
