import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AuthorColumns, authorFrom } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { AskedErasure, Erasure, ErasureStep, OpenErasure } from './domain/erasure.ts';

interface ErasureRow extends AuthorColumns {
  readonly id: string;
  readonly contacts: readonly string[];
  readonly names: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  readonly reason: string;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly tickets: number;
  readonly messages: number;
  readonly mails: number;
  readonly mails_in_all: number | null;
  readonly last_mail: string;
}

const COLUMNS = `id, contacts, names, addresses, reason, requested_by AS user_id, via, token_id, created_at, finished_at, tickets, messages,
  mails, mails_in_all, last_mail`;

/** Keeps which people are being erased, and which were. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Asked for at this moment: what the transaction waited for came before. */
  async insert(transaction: Transaction, contact: number, { person, reason, by }: AskedErasure): Promise<Erasure> {
    const rows: ErasureRow[] = await transaction.query(
      `INSERT INTO erasures (contact_id, contacts, names, addresses, reason, requested_by, via, token_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp()) RETURNING ${COLUMNS}`,
      [contact, person.contacts, person.names, person.addresses, reason, by.userId, by.via, by.tokenId],
    );
    if (!rows[0]) throw new Error('The database returned no erasure');
    transaction.tell('erasures_changed', {});
    return toErasure(rows[0]);
  }

  /** The newest of a contact; null when there is none. */
  async newestOf(contact: number): Promise<Erasure | null> {
    const rows: ErasureRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM erasures WHERE $1 = ANY (contacts) ORDER BY created_at DESC LIMIT 1`,
      [contact],
    );
    return rows[0] ? toErasure(rows[0]) : null;
  }

  /** Null when it is done. */
  async open(id: string): Promise<OpenErasure | null> {
    const rows: ErasureRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM erasures WHERE id = $1 AND finished_at IS NULL`,
      [id],
    );
    const [row] = rows;
    if (!row) return null;
    const { contacts, names, addresses, reason, created_at: askedAt } = row;
    const person = { contacts: contacts.map(Number), names: names ?? [], addresses: addresses ?? [] };
    return { id, person, reason, by: authorFrom(row), askedAt, lastMail: Number(row.last_mail) };
  }

  /** Counts what was done since it was counted last. */
  async count(transaction: Transaction, id: string, messages: number): Promise<void> {
    await transaction.query('UPDATE erasures SET tickets = tickets + 1, messages = messages + $2 WHERE id = $1', [
      id,
      messages,
    ]);
    transaction.tell('erasures_changed', {});
  }

  /** Begins with the mails: how many there are. One that was begun with before goes on. */
  async beginMails(id: string, inAll: number): Promise<void> {
    await this.dataSource.query('UPDATE erasures SET mails_in_all = $2 WHERE id = $1 AND mails_in_all IS NULL', [
      id,
      inAll,
    ]);
  }

  /** Counts mails that were gone over, up to one. */
  async wentOver(transaction: Transaction, id: string, mails: number, last: number): Promise<void> {
    await transaction.query('UPDATE erasures SET mails = mails + $2, last_mail = $3 WHERE id = $1', [id, mails, last]);
    transaction.tell('erasures_changed', {});
  }

  /** All mails were gone over, even if there were fewer in the end. */
  async endMails(id: string): Promise<void> {
    await this.dataSource.query('UPDATE erasures SET mails_in_all = mails WHERE id = $1', [id]);
  }

  /** It is done: who it was is forgotten here too. */
  async finish(transaction: Transaction, id: string): Promise<void> {
    await transaction.query('UPDATE erasures SET finished_at = now(), names = NULL, addresses = NULL WHERE id = $1', [
      id,
    ]);
    transaction.tell('erasures_changed', {});
  }
}

function toErasure(row: ErasureRow): Erasure {
  const {
    id,
    created_at: askedAt,
    finished_at: finishedAt,
    reason,
    tickets,
    messages,
    mails,
    mails_in_all: mailsInAll,
  } = row;
  return { id, askedAt, finishedAt, reason, tickets, messages, step: stepOf(row), mails, mailsInAll };
}

function stepOf({ finished_at: finishedAt, mails, mails_in_all: mailsInAll }: ErasureRow): ErasureStep {
  if (finishedAt) return 'done';
  if (mailsInAll === null) return 'tickets';
  return mails < mailsInAll ? 'mails' : 'rest';
}
