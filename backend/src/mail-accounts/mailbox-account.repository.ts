import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Security } from './domain/mail-server.ts';
import type { OAuthClient } from './domain/oauth-client.ts';
import { type MailboxFields, mailboxName } from './domain/mailbox.ts';

/** A mailbox as it is kept, its password or tokens sealed. */
export interface StoredMailbox extends MailboxFields {
  readonly id: number;
  readonly name: string;
  readonly sealedPassword: string;
  /** When what is read may have come earliest; null for all of it. */
  readonly readsSince: Date | null;
  readonly version: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly username: string;
  readonly oauth: OAuthClient | null;
  readonly sealed_password: string;
  readonly folder: string;
  readonly addresses: string[];
  readonly authserv_id: string | null;
  readonly relays: string[];
  readonly active: boolean;
  readonly reads_since: Date | null;
  readonly version: number;
}

const COLUMNS =
  'id, name, host, port, security, username, oauth, sealed_password, folder, addresses, authserv_id, relays, active, reads_since, version';

/** Keeps the mailboxes that admins have set up. */
@Injectable()
export class MailboxAccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All of them, the first that was set up first. */
  async all(from: Pick<Transaction, 'query'> = this.dataSource): Promise<StoredMailbox[]> {
    const rows: Row[] = await from.query(`SELECT ${COLUMNS} FROM mail_accounts ORDER BY id`);
    return rows.map(toMailbox);
  }

  /** One, which nobody else changes before the transaction ends; null where there is none. */
  async hold(transaction: Transaction, id: number): Promise<StoredMailbox | null> {
    const rows: Row[] = await transaction.query(`SELECT ${COLUMNS} FROM mail_accounts WHERE id = $1 FOR UPDATE`, [id]);
    return rows[0] ? toMailbox(rows[0]) : null;
  }

  async find(id: number): Promise<StoredMailbox | null> {
    const rows: Row[] = await this.dataSource.query(`SELECT ${COLUMNS} FROM mail_accounts WHERE id = $1`, [id]);
    return rows[0] ? toMailbox(rows[0]) : null;
  }

  async named(name: string): Promise<StoredMailbox | null> {
    const rows: Row[] = await this.dataSource.query(`SELECT ${COLUMNS} FROM mail_accounts WHERE name = $1`, [name]);
    return rows[0] ? toMailbox(rows[0]) : null;
  }

  /** Keeps a new one; without what lies there, that which came ten minutes ago is read: clocks differ. */
  async insert(
    transaction: Transaction,
    fields: MailboxFields,
    sealedPassword: string,
    withOldMails: boolean,
  ): Promise<StoredMailbox> {
    const rows: Row[] = await transaction.query(
      `INSERT INTO mail_accounts (name, host, port, security, username, folder, addresses, active, oauth, authserv_id, relays,
         sealed_password, reads_since)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
         CASE WHEN $13::boolean THEN NULL ELSE now() - interval '10 minutes' END)
       RETURNING ${COLUMNS}`,
      [...valuesOf(fields), sealedPassword, withOldMails],
    );
    return only(rows);
  }

  /** What was told of how reading it goes was told of how it was before. */
  async update(
    transaction: Transaction,
    id: number,
    fields: MailboxFields,
    sealedPassword: string,
  ): Promise<StoredMailbox> {
    await forgetState(transaction, id);
    const [rows]: [Row[], number] = await transaction.query(
      `UPDATE mail_accounts SET name = $1, host = $2, port = $3, security = $4, username = $5, folder = $6, addresses = $7,
         active = $8, oauth = $9, authserv_id = $10, relays = $11, sealed_password = $12, version = version + 1, updated_at = now()
       WHERE id = $13 RETURNING ${COLUMNS}`,
      [...valuesOf(fields), sealedPassword, id],
    );
    return only(rows);
  }

  /** Keeps what has taken the place of a token, unless an admin or another process was faster. It is no change of the mailbox. */
  async reseal(id: number, before: string, after: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE mail_accounts SET sealed_password = $3 WHERE id = $1 AND sealed_password = $2',
      [id, before, after],
    );
  }

  async delete(transaction: Transaction, id: number): Promise<void> {
    await forgetState(transaction, id);
    await transaction.query('DELETE FROM mail_accounts WHERE id = $1', [id]);
  }
}

async function forgetState(transaction: Transaction, id: number): Promise<void> {
  await transaction.query('DELETE FROM mailbox_states WHERE name = (SELECT name FROM mail_accounts WHERE id = $1)', [
    id,
  ]);
}

function valuesOf(fields: MailboxFields): unknown[] {
  const { host, port, security, user, folder, addresses, active, oauth, authservId, relays } = fields;
  const server = [mailboxName(fields), host, port, security, user, folder, addresses, active];
  return [...server, oauth && JSON.stringify(oauth), authservId, relays];
}

function only(rows: readonly Row[]): StoredMailbox {
  const [row] = rows;
  if (!row) throw new Error('The mailbox was not kept');
  return toMailbox(row);
}

function toMailbox(stored: Row): StoredMailbox {
  const { id, username: user, sealed_password: sealedPassword, ...others } = stored;
  const { authserv_id: authservId, reads_since: readsSince, ...row } = others;
  return { ...row, id: Number(id), user, sealedPassword, authservId, readsSince };
}
