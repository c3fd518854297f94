import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import type { ForgottenPerson, WordKeeper } from '../forgetting/word-keeper.ts';
import { hashToken } from './domain/opaque-token.ts';

/**
 * Under which names requests are counted, for minutes: what somebody typed at the desk's own sign-in, and the hash of an address that a
 * link was sent to. What is counted of people of the desk stays.
 */
@Injectable()
export class ThrottledNames implements OnModuleInit, WordKeeper {
  constructor(private readonly forgetting: Forgetting) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async forgetPerson(transaction: Transaction, { names, addresses }: ForgottenPerson): Promise<void> {
    const known = [...names.map((name) => name.toLowerCase()), ...addresses, ...addresses.map(hashToken)];
    await transaction.query(
      `DELETE FROM rate_limits USING unnest($1::text[]) AS known
       WHERE right(key, length(known) + 1) IN (':' || known, ' ' || known)
         AND NOT EXISTS (SELECT FROM users WHERE lower(username) = known)`,
      [known],
    );
  }
}
