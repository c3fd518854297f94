import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../database/unit-of-work.ts';
import type { FrequentWord, FrequentWords } from '../domain/word-shares.ts';
import { COUNT_WORDS, FREQUENT_WORDS, LEAST_FREQUENT } from './word-count.sql.ts';

const ALLOWED_MS = 120_000;

/** How frequent the words of the desk are; nobody needs it to the last ticket. */
@Injectable()
export class WordCountRepository {
  constructor(private readonly dataSource: DataSource) {}

  async refresh(transaction: Transaction): Promise<void> {
    await transaction.allow(ALLOWED_MS);
    for (const statement of COUNT_WORDS) await transaction.query(statement);
  }

  /** The words that many tickets have; null where nobody has counted. */
  async frequent(): Promise<FrequentWords | null> {
    const [row] = await this.dataSource.query<{ tickets: number; words: FrequentWord[] }[]>(FREQUENT_WORDS);
    return row ? { ...row, least: LEAST_FREQUENT } : null;
  }
}
