import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { KeyOwner, WrittenWithKey } from './domain/idempotency-key.ts';
import { IdempotencyKeyRepository } from './idempotency-key.repository.ts';

/** A request that is sent under a key, and whose it is; the same request gives the same JSON. */
export interface KeyedRequest {
  readonly key: string;
  readonly owner: KeyOwner;
  readonly request: unknown;
}

/** Makes a retry of a request give what the first one wrote. Keys belong to a user or a customer, and are forgotten after a day. */
@Injectable()
export class Idempotency {
  constructor(private readonly keys: IdempotencyKeyRepository) {}

  /**
   * Writes something under a key, with which the transaction ends; or says what was written under it before.
   *
   * @throws DomainError `idempotency_key_reused` when the key was used for another request.
   */
  async once<Written>(
    transaction: Transaction,
    { key, owner, request }: KeyedRequest,
    write: () => Promise<Written>,
    nameOf: (written: Written) => WrittenWithKey,
  ): Promise<{ readonly written: Written } | { readonly earlier: WrittenWithKey }> {
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    if (await this.keys.take(transaction, owner, key, hash)) {
      const written = await write();
      await this.keys.setWritten(transaction, owner, key, nameOf(written));
      return { written };
    }
    return { earlier: await this.earlier(transaction, owner, key, hash) };
  }

  private async earlier(transaction: Transaction, owner: KeyOwner, key: string, hash: string): Promise<WrittenWithKey> {
    const used = await this.keys.find(transaction, owner, key);
    if (used?.requestHash === hash) return used;
    throw new DomainError(
      'idempotency_key_reused',
      'Use a new key for each ticket and message, and the same for its retries only.',
    );
  }
}
