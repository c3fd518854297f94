import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { MailState } from './domain/kept-mail.ts';
import { inSmallLetters } from './small-letters.sql.ts';

/** So many mails are gone over at a time, and of the whole no more bytes than these, but for one that is larger by itself. */
const MAILS_AT_ONCE = 500;
const BYTES_AT_ONCE = 32 * 1_048_576;

/** A mail whose bytes are kept. */
export interface RawMail {
  readonly id: number;
  readonly state: MailState;
  /** In lower case; null before it is read. */
  readonly sender: string | null;
  readonly raw: Buffer;
}

/** Goes over the bytes of mails that were kept before a moment, and lets go of what they tell of somebody. */
@Injectable()
export class NamingMailRepository {
  constructor(private readonly dataSource: DataSource) {}

  async count(before: Date): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS count FROM mails WHERE raw IS NOT NULL AND kept_at < $1',
      [before],
    );
    return rows[0]?.count ?? 0;
  }

  /** Whether some that came before a moment wait to be read. */
  async someUnread(before: Date): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM mails WHERE state = 'taken' AND kept_at < $1 LIMIT 1`,
      [before],
    );
    return rows.length > 0;
  }

  /** The ids of the next of them behind one, as many as are gone over at once. */
  async next(transaction: Transaction, before: Date, after: number): Promise<number[]> {
    return this.turn(transaction, before, after, 'TRUE');
  }

  /** The same of those that nobody has read yet. */
  async nextUnread(transaction: Transaction, before: Date, after: number): Promise<number[]> {
    return this.turn(transaction, before, after, `state = 'taken'`);
  }

  /** Of these mails those whose bytes hold one of these addresses in letters of either case, perhaps as a part of another one. */
  async holding(transaction: Transaction, ids: readonly number[], addresses: readonly string[]): Promise<number[]> {
    const rows: { id: string }[] = await transaction.query(
      `SELECT id FROM mails, LATERAL (SELECT ${inSmallLetters('raw')} AS words OFFSET 0) AS read
       WHERE id = ANY ($1::bigint[]) AND EXISTS (
         SELECT FROM unnest($2::text[]) AS address
         WHERE position(${inSmallLetters(`convert_to(address, 'UTF8')`)} IN words) > 0)
       ORDER BY id`,
      [ids, addresses],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** A mail as it is, held until the transaction ends; null where its bytes are gone. */
  async hold(transaction: Transaction, id: number): Promise<RawMail | null> {
    const rows: (Omit<RawMail, 'id'> & { readonly id: string })[] = await transaction.query(
      'SELECT id, state, lower(sender) AS sender, raw FROM mails WHERE id = $1 AND raw IS NOT NULL FOR UPDATE',
      [id],
    );
    return rows[0] ? { ...rows[0], id } : null;
  }

  /** Lets go of all that a mail tells, and of the mail if it waits. What tells it apart from others stays: its digest. */
  async forget(transaction: Transaction, id: number): Promise<void> {
    await transaction.query(
      `UPDATE mails SET raw = NULL, sender = NULL, sender_name = NULL, subject = NULL, message_id = NULL,
         state = CASE WHEN state IN ('taken', 'quarantined') THEN 'deleted' ELSE state END
       WHERE id = $1`,
      [id],
    );
  }

  /** Keeps other bytes of a mail, or none. */
  async replace(transaction: Transaction, id: number, raw: Buffer | null): Promise<void> {
    await transaction.query('UPDATE mails SET raw = $2 WHERE id = $1', [id, raw]);
  }

  private async turn(transaction: Transaction, before: Date, after: number, which: string): Promise<number[]> {
    const rows: { id: string }[] = await transaction.query(
      `SELECT id FROM (
         SELECT id, sum(size) OVER (ORDER BY id) - size AS bytes_before FROM (
           SELECT id, size FROM mails WHERE raw IS NOT NULL AND kept_at < $1 AND id > $2 AND ${which} ORDER BY id LIMIT $3
         ) AS next
       ) AS sized WHERE bytes_before < $4 ORDER BY id`,
      [before, after, MAILS_AT_ONCE, BYTES_AT_ONCE],
    );
    return rows.map(({ id }) => Number(id));
  }
}
