import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import type { ForgottenMessages, ForgottenPerson, WordKeeper } from './word-keeper.ts';

/** Whole tables are gone through, once for each person. */
const ALLOWED_MS = 10 * 60_000;

/**
 * Knows every room that keeps words of those who write to the desk. Each names itself when the process starts; a test goes over
 * all tables and finds the one that forgot to.
 */
@Injectable()
export class Forgetting {
  private readonly keepers: WordKeeper[] = [];

  add(keeper: WordKeeper): void {
    this.keepers.push(keeper);
  }

  async messages(transaction: Transaction, gone: ForgottenMessages): Promise<void> {
    for (const keeper of this.keepers) await keeper.forgetMessages?.(transaction, gone);
  }

  async person(transaction: Transaction, gone: ForgottenPerson, before: Date): Promise<void> {
    await transaction.allow(ALLOWED_MS);
    for (const keeper of this.keepers) await keeper.forgetPerson?.(transaction, gone, before);
  }

  async makeAnew(transaction: Transaction, of: { readonly descriptions: boolean }): Promise<void> {
    for (const keeper of this.keepers) await keeper.makeAnew?.(transaction, of);
  }
}
