import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { IDEMPOTENCY_HOURS, type KeyOwner, type WrittenWithKey } from './domain/idempotency-key.ts';

const EXPIRED = `created_at < now() - interval '${String(IDEMPOTENCY_HOURS)} hours'`;

/** Where the keys of each kind of owner stand, and the column that says whose they are. */
const KEPT = {
  user: { table: 'idempotency_keys', owner: 'user_id' },
  contact: { table: 'customer_idempotency_keys', owner: 'contact_id' },
} as const satisfies Record<KeyOwner['kind'], object>;

/** What a key was used for. */
export interface UsedKey extends WrittenWithKey {
  readonly requestHash: string;
}

@Injectable()
export class IdempotencyKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes a key for a request; false when it is taken. Of several who want the same key at the same moment one gets it
   * and the others wait until that one's transaction ends. A key that has expired is free.
   */
  async take(transaction: Transaction, { kind, id }: KeyOwner, key: string, requestHash: string): Promise<boolean> {
    const { table, owner } = KEPT[kind];
    const rows: unknown[] = await transaction.query(
      `INSERT INTO ${table} AS k (${owner}, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT (${owner}, key) DO UPDATE SET request_hash = excluded.request_hash, ticket_id = NULL, message_number = NULL,
         created_at = now()
       WHERE k.${EXPIRED} RETURNING 1`,
      [id, key, requestHash],
    );
    return rows.length > 0;
  }

  async find(transaction: Transaction, { kind, id }: KeyOwner, key: string): Promise<UsedKey | null> {
    const { table, owner } = KEPT[kind];
    const rows: { request_hash: string; ticket_id: string; message_number: number | null }[] = await transaction.query(
      `SELECT request_hash, ticket_id, message_number FROM ${table} WHERE ${owner} = $1 AND key = $2`,
      [id, key],
    );
    const [row] = rows;
    if (!row) return null;
    return { requestHash: row.request_hash, ticketId: Number(row.ticket_id), messageNumber: row.message_number };
  }

  /** Keeps what was written with a key, with which the transaction ends. */
  async setWritten(
    transaction: Transaction,
    { kind, id }: KeyOwner,
    key: string,
    { ticketId, messageNumber }: WrittenWithKey,
  ): Promise<void> {
    const { table, owner } = KEPT[kind];
    await transaction.last(`UPDATE ${table} SET ticket_id = $3, message_number = $4 WHERE ${owner} = $1 AND key = $2`, [
      id,
      key,
      ticketId,
      messageNumber,
    ]);
  }

  /** Forgets by what the requests that wrote messages of a ticket are known again; their keys stay taken. */
  async forgetRequests(transaction: Transaction, ticketId: number, numbers: readonly number[]): Promise<void> {
    for (const { table } of Object.values(KEPT))
      await transaction.query(
        `UPDATE ${table} SET request_hash = encode(sha256(uuid_send(gen_random_uuid())), 'hex')
         WHERE ticket_id = $1 AND coalesce(message_number, 1) = ANY ($2::int[])`,
        [ticketId, numbers],
      );
  }

  /** Forgets the keys that have expired. */
  async purge(): Promise<void> {
    for (const { table } of Object.values(KEPT)) await this.dataSource.query(`DELETE FROM ${table} WHERE ${EXPIRED}`);
  }
}
