import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { IDEMPOTENCY_HOURS } from './domain/idempotency-key.ts';

const EXPIRED = `created_at < now() - interval '${String(IDEMPOTENCY_HOURS)} hours'`;

/** What was written with a key: a ticket, or a message of one. */
export interface WrittenWithKey {
  readonly ticketId: number;
  readonly messageNumber: number | null;
}

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
  async take(transaction: Transaction, userId: number, key: string, requestHash: string): Promise<boolean> {
    const rows: unknown[] = await transaction.query(
      `INSERT INTO idempotency_keys AS k (user_id, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT (user_id, key) DO UPDATE SET request_hash = excluded.request_hash, ticket_id = NULL, message_number = NULL,
         created_at = now()
       WHERE k.${EXPIRED} RETURNING 1`,
      [userId, key, requestHash],
    );
    return rows.length > 0;
  }

  async find(transaction: Transaction, userId: number, key: string): Promise<UsedKey | null> {
    const rows: { request_hash: string; ticket_id: string; message_number: number | null }[] = await transaction.query(
      'SELECT request_hash, ticket_id, message_number FROM idempotency_keys WHERE user_id = $1 AND key = $2',
      [userId, key],
    );
    const [row] = rows;
    if (!row) return null;
    return { requestHash: row.request_hash, ticketId: Number(row.ticket_id), messageNumber: row.message_number };
  }

  /** Keeps what was written with a key, with which the transaction ends. */
  async setWritten(transaction: Transaction, userId: number, key: string, written: WrittenWithKey): Promise<void> {
    await transaction.last(
      'UPDATE idempotency_keys SET ticket_id = $3, message_number = $4 WHERE user_id = $1 AND key = $2',
      [userId, key, written.ticketId, written.messageNumber],
    );
  }

  /** Forgets the keys that have expired. */
  async purge(): Promise<void> {
    await this.dataSource.query(`DELETE FROM idempotency_keys WHERE ${EXPIRED}`);
  }
}
