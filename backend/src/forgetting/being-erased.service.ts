import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { ErasureTurnRepository } from './erasure-turn.repository.ts';

/**
 * Tells an erasure apart from what comes at the same moment: whoever keeps a mail, or makes something of one, does so wholly before the
 * erasure of a person is asked for, and its job finds what became of it, or wholly after it, and sees it.
 */
@Injectable()
export class BeingErased {
  constructor(private readonly turns: ErasureTurnRepository) {}

  /** Until the transaction ends, nobody's erasure is asked for; many do so at once. */
  hold(transaction: Transaction): Promise<void> {
    return this.turns.hold(transaction);
  }

  /** Waits for all who hold; they wait until the transaction ends. First of all, so that nobody waits in a circle. */
  begin(transaction: Transaction): Promise<void> {
    return this.turns.begin(transaction);
  }

  /** Those of some addresses whose erasure was asked for after a moment and is not done. @param addresses in lower case. */
  among(transaction: Transaction, addresses: readonly string[], since: Date): Promise<ReadonlySet<string>> {
    return this.turns.among(transaction, addresses, since);
  }
}
