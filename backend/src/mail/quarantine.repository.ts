import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { QuarantinedMail } from './domain/quarantined-mail.ts';

interface QuarantinedRow {
  readonly id: string;
  readonly mailbox: string;
  readonly sender: string | null;
  readonly sender_name: string | null;
  readonly subject: string | null;
  readonly reason: string;
  readonly size: number;
  readonly arrived_at: Date;
  readonly kept_at: Date;
  readonly has_source: boolean;
}

/** Reads the mails that wait for an admin. */
@Injectable()
export class QuarantineRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first, behind one of them. */
  async page(after: number | null, limit: number): Promise<QuarantinedMail[]> {
    const rows: QuarantinedRow[] = await this.dataSource.query(
      `SELECT id, mailbox, sender, sender_name, subject, reason, size, arrived_at, kept_at, raw IS NOT NULL AS has_source
       FROM mails WHERE state = 'quarantined' AND ($1::bigint IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toMail);
  }

  /** The bytes of a mail that waits, as it came; null where there is none. */
  async source(id: number): Promise<Buffer | null> {
    const rows: { raw: Buffer | null }[] = await this.dataSource.query(
      `SELECT raw FROM mails WHERE id = $1 AND state = 'quarantined'`,
      [id],
    );
    return rows[0]?.raw ?? null;
  }

  /** Lets a mail wait no more, but to be read again. False when it does not wait. */
  async release(transaction: Transaction, id: number): Promise<boolean> {
    const [, count]: [unknown[], number] = await transaction.query(
      `UPDATE mails SET state = 'taken', reason = NULL, readings = 0
       WHERE id = $1 AND state = 'quarantined' AND raw IS NOT NULL`,
      [id],
    );
    return count > 0;
  }

  /** Lets the bytes of a mail go; that it came is kept, so that it does not come again. False when it does not wait. */
  async drop(transaction: Transaction, id: number): Promise<boolean> {
    const [, count]: [unknown[], number] = await transaction.query(
      `UPDATE mails SET state = 'deleted', raw = NULL WHERE id = $1 AND state = 'quarantined'`,
      [id],
    );
    return count > 0;
  }
}

function toMail(row: QuarantinedRow): QuarantinedMail {
  const { id, mailbox, sender, sender_name: senderName, subject, reason, size, has_source: hasSource } = row;
  const moments = { arrivedAt: row.arrived_at, keptAt: row.kept_at };
  return { id: Number(id), mailbox, sender, senderName, subject, reason, size, hasSource, ...moments };
}
