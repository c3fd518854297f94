import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/unit-of-work.ts';
import { COUNT_WORDS } from './word-count.sql.ts';

const ALLOWED_MS = 120_000;

/** How frequent the words of the desk are; nobody needs it to the last ticket. */
@Injectable()
export class WordCountRepository {
  async refresh(transaction: Transaction): Promise<void> {
    await transaction.allow(ALLOWED_MS);
    for (const statement of COUNT_WORDS) await transaction.query(statement);
  }
}
