import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { SenderFields } from './domain/sender.ts';

/** The sender as it is kept, its password or tokens sealed; null where nobody signs in. */
export interface StoredSender extends SenderFields {
  readonly sealedPassword: string | null;
  readonly version: number;
}

const COLUMNS = `host, port, security, username AS "user", oauth, sealed_password AS "sealedPassword", from_name AS "fromName",
  from_address AS "fromAddress", addresses, plus_address AS "usesPlusAddress", receipts AS "asksReceipts", version`;

/** Keeps how the desk sends mails. */
@Injectable()
export class SenderAccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Null where no admin has set it. */
  async read(from: Pick<Transaction, 'query'> = this.dataSource): Promise<StoredSender | null> {
    const rows: StoredSender[] = await from.query(`SELECT ${COLUMNS} FROM mail_senders`);
    return rows[0] ?? null;
  }

  /** The same, which nobody else sets or changes before the transaction ends. */
  async hold(transaction: Transaction): Promise<StoredSender | null> {
    // A row that is not there yet cannot be held.
    await transaction.query('LOCK TABLE mail_senders IN SHARE ROW EXCLUSIVE MODE');
    return this.read(transaction);
  }

  async write(transaction: Transaction, fields: SenderFields, sealedPassword: string | null): Promise<StoredSender> {
    const { host, port, security, user, fromName, fromAddress, addresses, usesPlusAddress, asksReceipts, oauth } =
      fields;
    const rows: StoredSender[] = await transaction.query(
      `INSERT INTO mail_senders AS s
         (host, port, security, username, sealed_password, from_name, from_address, addresses, plus_address, receipts, oauth)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (id) DO UPDATE SET host = $1, port = $2, security = $3, username = $4, sealed_password = $5, from_name = $6,
         from_address = $7, addresses = $8, plus_address = $9, receipts = $10, oauth = $11, version = s.version + 1, updated_at = now()
       RETURNING ${COLUMNS}`,
      [
        ...[host, port, security, user, sealedPassword],
        ...[fromName, fromAddress, addresses, usesPlusAddress, asksReceipts, oauth && JSON.stringify(oauth)],
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('The sender was not kept');
    return row;
  }

  /** Keeps what has taken the place of a token, unless an admin or another process was faster. It is no change of the sender. */
  async reseal(before: string, after: string): Promise<void> {
    await this.dataSource.query('UPDATE mail_senders SET sealed_password = $2 WHERE sealed_password = $1', [
      before,
      after,
    ]);
  }

  async delete(transaction: Transaction): Promise<void> {
    await transaction.query('DELETE FROM mail_senders');
  }
}
