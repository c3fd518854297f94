import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../database/unit-of-work.ts';
import { Forgetting } from '../../forgetting/forgetting.ts';
import type { WordKeeper } from '../../forgetting/word-keeper.ts';
import { WordCounting } from './word-counting.service.ts';

/** How often the words of tickets and their messages were written: they are counted anew when some were removed. */
@Injectable()
export class CountedWords implements OnModuleInit, WordKeeper {
  constructor(
    private readonly forgetting: Forgetting,
    private readonly counting: WordCounting,
  ) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async makeAnew(transaction: Transaction): Promise<void> {
    await this.counting.askWithin(transaction);
  }
}
