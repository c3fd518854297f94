import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import type { ChosenMessages, ForgottenMessages, ForgottenPerson, WordKeeper } from './word-keeper.ts';

/** Whole tables are gone through, once for each person. */
const ALLOWED_MS = 10 * 60_000;

/**
 * Knows every room that keeps words of those who write to the desk. Each names itself when the process starts; a test goes over
 * all tables and finds the one that forgot to.
 */
@Injectable()
export class Forgetting {
  private readonly keepers: WordKeeper[] = [];

  constructor(private readonly unitOfWork: UnitOfWork) {}

  add(keeper: WordKeeper): void {
    this.keepers.push(keeper);
  }

  /** What messages say in all rooms, before any of it goes. */
  async textsOf(transaction: Transaction, chosen: ChosenMessages): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const keeper of this.keepers) texts.push(...((await keeper.textsOf?.(transaction, chosen)) ?? []));
    return texts;
  }

  async messages(transaction: Transaction, gone: ForgottenMessages): Promise<void> {
    for (const keeper of this.keepers) await keeper.forgetMessages?.(transaction, gone);
  }

  /** Each room in a transaction of its own: none is held while another goes through its tables. */
  async person(gone: ForgottenPerson, before: Date): Promise<void> {
    for (const keeper of this.keepers) {
      if (!keeper.forgetPerson) continue;
      await this.unitOfWork.run(async (transaction) => {
        await transaction.allow(ALLOWED_MS);
        await keeper.forgetPerson?.(transaction, gone, before);
      });
    }
  }

  /** What is kept of somebody with tickets that name them. The transaction holds these. */
  async personWithin(
    transaction: Transaction,
    ticketIds: readonly number[],
    gone: ForgottenPerson,
    before: Date,
  ): Promise<void> {
    for (const keeper of this.keepers) await keeper.forgetPersonWithin?.(transaction, ticketIds, gone, before);
  }

  async makeAnew(transaction: Transaction, of: { readonly descriptions: boolean }): Promise<void> {
    for (const keeper of this.keepers) await keeper.makeAnew?.(transaction, of);
  }
}
