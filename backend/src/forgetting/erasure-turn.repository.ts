import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';

const TURN_LOCK = 2_440;

/** Keeps the turns of those who erase people, and of those who write down what came. */
@Injectable()
export class ErasureTurnRepository {
  /** Until the transaction ends, nobody's erasure is asked for; many do so at once. */
  async hold(transaction: Transaction): Promise<void> {
    await transaction.query('SELECT pg_advisory_xact_lock_shared($1)', [TURN_LOCK]);
  }

  /** Waits for all who hold; they wait until the transaction ends. First of all, so that nobody waits in a circle. */
  async begin(transaction: Transaction): Promise<void> {
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [TURN_LOCK]);
  }

  /** Those of some addresses whose erasure was asked for after a moment and is not done. @param addresses in lower case. */
  async among(transaction: Transaction, addresses: readonly string[], since: Date): Promise<ReadonlySet<string>> {
    const rows: { address: string }[] = await transaction.query(
      `SELECT address FROM unnest($1::text[]) AS address WHERE EXISTS (
         SELECT FROM erasures WHERE finished_at IS NULL AND created_at > $2 AND address = ANY (addresses))`,
      [addresses, since],
    );
    return new Set(rows.map(({ address }) => address));
  }
}
