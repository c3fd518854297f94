import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { SenderProof } from './domain/sender-proof.ts';
import {
  type FetchedMail,
  type KeptMail,
  MAIL_SIZE_MAX,
  type MailOutcome,
  type MailState,
} from './domain/kept-mail.ts';

/** How long a mail's bytes are kept. */
const RAW_KEPT_DAYS = 90;
/** Bytes are let go so many mails at a time. */
const FORGET_SIZE = 500;

interface KeptRow {
  readonly id: string;
  readonly state: MailState;
  readonly mailbox: string;
  readonly arrived_at: Date;
  readonly kept_at: Date;
  readonly proof: SenderProof | null;
  readonly raw: Buffer | null;
}

/** Keeps mails as they came, and what became of them. */
@Injectable()
export class MailRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The number of the last mail of a mailbox that was kept; 0 where there is none, or the mailbox numbers anew. */
  async lastUid(mailbox: string, uidValidity: bigint): Promise<number> {
    const rows: { last_uid: string }[] = await this.dataSource.query(
      'SELECT last_uid FROM mailboxes WHERE name = $1 AND uid_validity = $2',
      [mailbox, String(uidValidity)],
    );
    return Number(rows[0]?.last_uid ?? 0);
  }

  /** Keeps a mail, at this moment, and how far its mailbox was read with it. Gives its id; null when it is kept already. */
  async keep(transaction: Transaction, mail: FetchedMail): Promise<number | null> {
    const { mailbox, uidValidity, uid, size, raw, arrivedAt } = mail;
    const numbers = [mailbox, String(uidValidity), uid];
    await transaction.query(
      `INSERT INTO mailboxes (name, uid_validity, last_uid) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid =
         CASE WHEN mailboxes.uid_validity = excluded.uid_validity THEN greatest(mailboxes.last_uid, excluded.last_uid)
           ELSE excluded.last_uid END`,
      numbers,
    );
    const digest = createHash('sha256')
      .update(raw ?? numbers.join('\n'))
      .digest();
    if (raw === null && (await this.renumber(transaction, mail, digest))) return null;
    const rows: { id: string }[] = await transaction.query(
      `INSERT INTO mails (mailbox, uid_validity, uid, digest, size, raw, arrived_at, kept_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
       ON CONFLICT DO NOTHING RETURNING id`,
      [...numbers, digest, size, raw, arrivedAt],
    );
    return rows[0] ? Number(rows[0].id) : null;
  }

  /**
   * Gives the note of a mail without bytes its new numbers where the mailbox has numbered its mails anew: it is the one that arrived at the
   * same moment, was as much too large, and is not numbered anew yet. False where there is none.
   */
  private async renumber(
    transaction: Transaction,
    { mailbox, uidValidity, uid, size, arrivedAt }: FetchedMail,
    digest: Buffer,
  ): Promise<boolean> {
    const [, count]: [unknown[], number] = await transaction.query(
      `UPDATE mails SET uid_validity = $2, uid = $3, digest = $4 WHERE id = (
         SELECT id FROM mails WHERE mailbox = $1 AND uid_validity <> $2 AND arrived_at = $5
           AND (size > $7::int) = ($6::bigint > $7::int)
           AND digest = sha256(convert_to(concat_ws(E'\\n', mailbox, uid_validity, uid), 'UTF8'))
         ORDER BY uid LIMIT 1)
         AND NOT EXISTS (SELECT FROM mails WHERE mailbox = $1 AND uid_validity = $2 AND uid = $3)`,
      [mailbox, String(uidValidity), uid, digest, arrivedAt, size, MAIL_SIZE_MAX],
    );
    return count > 0;
  }

  /** Notes that a mail is about to be read. Gives how often that was begun and not ended, this time included; 0 where it is read. */
  async beginReading(id: number): Promise<number> {
    const [rows]: [{ readings: number }[], number] = await this.dataSource.query(
      `UPDATE mails SET readings = readings + 1 WHERE id = $1 AND state = 'taken' RETURNING readings`,
      [id],
    );
    return rows[0]?.readings ?? 0;
  }

  /** Notes that whoever began to read a mail lives, whatever came of it. */
  async endReading(id: number): Promise<void> {
    await this.dataSource.query('UPDATE mails SET readings = greatest(readings - 1, 0) WHERE id = $1', [id]);
  }

  async find(id: number): Promise<KeptMail | null> {
    const rows: KeptRow[] = await this.dataSource.query(
      `SELECT id, state, mailbox, arrived_at, kept_at, proof, CASE WHEN state IN ('taken', 'quarantined') THEN raw END AS raw
       FROM mails WHERE id = $1`,
      [id],
    );
    return rows[0] ? toKept(rows[0]) : null;
  }

  /** The ids of mails that nobody has read, the first that came first. */
  async unread(limit: number): Promise<number[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM mails WHERE state = 'taken' ORDER BY kept_at, id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** The same of those that were taken more than an hour ago: whoever should have read them may have died of the last try. */
  async leftOver(limit: number): Promise<number[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM mails WHERE state = 'taken' AND kept_at < now() - interval '1 hour' ORDER BY kept_at, id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** Holds a mail until the transaction ends. False when it is in another state. */
  async hold(transaction: Transaction, id: number, state: MailState): Promise<boolean> {
    const rows: unknown[] = await transaction.query('SELECT 1 FROM mails WHERE id = $1 AND state = $2 FOR UPDATE', [
      id,
      state,
    ]);
    return rows.length > 0;
  }

  /** Says what was read in a mail and what became of it. */
  async finish(transaction: Transaction, id: number, outcome: MailOutcome): Promise<void> {
    const { state, reason, kind, proof, provenBy, sender, senderName, subject, messageId, ticketId, number } = outcome;
    await transaction.query(
      `UPDATE mails SET state = $2, reason = $3, kind = $4, proof = coalesce($5, proof), sender = $6, sender_name = $7, subject = $8,
         message_id = $9, ticket_id = $10, number = $11, proven_by = coalesce($12, proven_by), readings = 0
       WHERE id = $1`,
      [id, state, reason, kind, proof, sender, senderName, subject, messageId, ticketId, number, provenBy],
    );
  }

  /** Keeps a mail aside for admins, and leaves what was read in it. */
  async setAside(transaction: Transaction, id: number, reason: string): Promise<void> {
    await transaction.query(`UPDATE mails SET state = 'quarantined', reason = $2 WHERE id = $1`, [id, reason]);
    transaction.tell('quarantine_changed', {});
  }

  /** The ticket of the first of these ids that a mail of the desk has, whichever way it went; null where none has. */
  async ticketOf(messageIds: readonly string[], transaction: Transaction): Promise<number | null> {
    const rows: { ticket_id: string }[] = await transaction.query(
      `SELECT ticket_id FROM unnest($1::text[]) WITH ORDINALITY AS asked (message_id, place), LATERAL (
         SELECT ticket_id, id FROM mails WHERE message_id = asked.message_id
         UNION ALL SELECT ticket_id, id FROM outgoing_mails WHERE message_id = asked.message_id
       ) AS known
       WHERE ticket_id IS NOT NULL ORDER BY place, id DESC LIMIT 1`,
      [messageIds],
    );
    return rows[0] ? Number(rows[0].ticket_id) : null;
  }

  /**
   * Whether somebody has written to a ticket by mail from one of these addresses, as far as its domain confirmed that, or was answered
   * there.
   */
  async hasWritten(ticket: number, addresses: readonly string[], transaction: Transaction): Promise<boolean> {
    const rows: unknown[] = await transaction.query(
      `WITH asked AS (SELECT lower(address) AS address FROM unnest($2::text[]) AS address)
       (SELECT 1 FROM mails WHERE ticket_id = $1 AND proof = 'confirmed' AND lower(sender) IN (SELECT address FROM asked) LIMIT 1)
       UNION ALL
       (SELECT 1 FROM outgoing_mails, jsonb_to_recordset(recipients) AS recipient (address text)
        WHERE ticket_id = $1 AND kind = 'reply' AND lower(recipient.address) IN (SELECT address FROM asked) LIMIT 1)`,
      [ticket, addresses],
    );
    return rows.length > 0;
  }

  /** How many mails of a sender came within the hour before a moment, and how many of them a program gave as answers. */
  async lately(
    sender: string,
    until: Date,
    transaction: Transaction,
  ): Promise<{ readonly all: number; readonly replies: number }> {
    const rows: { all: number; replies: number }[] = await transaction.query(
      `SELECT count(*)::int AS "all", (count(*) FILTER (WHERE kind = 'reply'))::int AS replies
       FROM mails WHERE lower(sender) = lower($1) AND arrived_at BETWEEN $2::timestamptz - interval '1 hour' AND $2`,
      [sender, until],
    );
    return rows[0] ?? { all: 0, replies: 0 };
  }

  /** Lets the bytes of old mails go, but of those that nobody has read. */
  async forget(): Promise<void> {
    for (let gone = FORGET_SIZE; gone === FORGET_SIZE;) {
      const [, count]: [unknown[], number] = await this.dataSource.query(
        `UPDATE mails SET raw = NULL WHERE id IN (
           SELECT id FROM mails WHERE raw IS NOT NULL AND state <> 'taken' AND kept_at < now() - $1::int * interval '1 day' LIMIT $2)`,
        [RAW_KEPT_DAYS, FORGET_SIZE],
      );
      gone = count;
    }
  }
}

function toKept({ id, state, mailbox, arrived_at: arrivedAt, kept_at: keptAt, proof, raw }: KeptRow): KeptMail {
  return { id: Number(id), state, mailbox, arrivedAt, keptAt, proof, raw };
}
