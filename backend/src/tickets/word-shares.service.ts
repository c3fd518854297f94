import { Injectable } from '@nestjs/common';
import type { SearchOutlook } from './domain/search-steps.ts';
import type { SearchText } from './domain/ticket-search.ts';
import { type FrequentWords, shareOf } from './domain/word-shares.ts';
import { WordCountRepository } from './similar/word-count.repository.ts';

/** The count that they come from is made every hour. */
const FRESH_MS = 60_000;

/**
 * Knows the words that many tickets have, which tells how a search is looked for. They are kept in memory and may be of
 * another hour: whoever goes by them must find the same with any others.
 */
@Injectable()
export class WordShares {
  private words: FrequentWords | null = null;
  private readAt = -Infinity;
  private reading: Promise<void> | null = null;

  constructor(private readonly counts: WordCountRepository) {}

  /** How frequent the terms of a search are; null where nobody has counted. */
  async outlook({ terms }: SearchText): Promise<SearchOutlook | null> {
    if (performance.now() - this.readAt > FRESH_MS) {
      this.reading ??= this.read();
      // Only the first of all waits.
      if (this.readAt === -Infinity) await this.reading;
    }
    const { words } = this;
    return words && { tickets: words.tickets, shares: terms.map((term) => shareOf(term, words)) };
  }

  /** Without an answer a search goes by what it knows. */
  private async read(): Promise<void> {
    this.words = await this.counts.frequent().catch(() => this.words);
    this.readAt = performance.now();
    this.reading = null;
  }
}
