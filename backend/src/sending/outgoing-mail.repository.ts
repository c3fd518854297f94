import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type {
  KeptRecipient,
  MailToSend,
  OutgoingKind,
  OutgoingMail,
  OutgoingState,
  SendingOutcome,
} from './domain/outgoing-mail.ts';

interface OutgoingRow {
  readonly id: string;
  readonly message_id: string;
  readonly kind: OutgoingKind;
  readonly ticket_id: string | null;
  readonly number: number | null;
  readonly from_name: string | null;
  readonly recipients: readonly KeptRecipient[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly in_reply_to: string | null;
  readonly references: readonly string[];
  readonly attempts: number;
  readonly created_at: Date;
}

/** A mail without its words, which are gone once it was sent. */
type HeldMail = Pick<OutgoingMail, 'kind' | 'ticketId' | 'number' | 'attempts' | 'recipients'> & {
  readonly state: OutgoingState;
};

/** After so many minutes without a word whoever had a mail in hand is taken for dead. */
const IN_HAND_MINUTES = 5;
/** A mail names no more of those before it. */
const REFERENCES_MAX = 20;
/** Longer than the longest gap between two tries of a mail. */
const LOST_AFTER_HOURS = 3;
/** So many days it is known what became of a mail that belongs to no ticket; servers report within five. */
const PLAIN_KEPT_DAYS = 7;
/** So many are forgotten at a time. */
const FORGOTTEN_AT_ONCE = 10_000;

/** Keeps mails from before they leave, and what became of them. */
@Injectable()
export class OutgoingMailRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps a mail that is to be sent, and gives its id. It answers the newest mail of its ticket that came, and refers to the newest of both
   * ways.
   */
  async keep(transaction: Transaction, messageId: string, mail: MailToSend): Promise<number> {
    const { kind, recipients, fromName, subject, text, html } = mail;
    const place = 'place' in mail ? mail.place : null;
    const rows: { id: string }[] = await transaction.query(
      `WITH thread AS (
         SELECT message_id, kept_at AS at, true AS came FROM mails WHERE ticket_id = $3 AND message_id IS NOT NULL
         UNION ALL SELECT message_id, created_at, false FROM outgoing_mails WHERE ticket_id = $3
         ORDER BY at DESC LIMIT $10
       )
       INSERT INTO outgoing_mails
         (message_id, kind, ticket_id, number, from_name, recipients, subject, text, html, tells_title, in_reply_to, "references")
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $11, (SELECT message_id FROM thread ORDER BY came DESC, at DESC LIMIT 1),
         (SELECT coalesce(array_agg(message_id ORDER BY at), '{}') FROM thread)
       RETURNING id`,
      [
        ...[messageId, kind, place?.ticketId ?? null, place?.number ?? null, fromName],
        JSON.stringify(recipients.map((recipient) => ({ ...recipient, state: null, detail: null }))),
        ...[subject, text, html, REFERENCES_MAX, 'tellsTitle' in mail && mail.tellsTitle],
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('A mail that was kept has no id');
    return Number(row.id);
  }

  /**
   * Takes a mail in hand, which nobody else then does for a while: it is `sending` from here on. Else it is `done`, or somebody has
   * it in hand (`busy`).
   */
  async take(id: number): Promise<OutgoingMail | 'busy' | 'done'> {
    const [taken]: [OutgoingRow[], number] = await this.dataSource.query(
      `UPDATE outgoing_mails SET state = 'sending', attempts = attempts + 1, tried_at = now()
       WHERE id = $1 AND (state = 'queued' OR state = 'sending' AND tried_at < now() - $2::int * interval '1 minute')
       RETURNING *`,
      [id, IN_HAND_MINUTES],
    );
    if (taken[0]) return toMail(taken[0]);
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM outgoing_mails WHERE id = $1 AND state = 'sending'`,
      [id],
    );
    return rows.length > 0 ? 'busy' : 'done';
  }

  /** Says that a mail is still in the hand that took it. */
  async keepInHand({ id, attempts }: Pick<OutgoingMail, 'id' | 'attempts'>): Promise<void> {
    await this.dataSource.query(
      `UPDATE outgoing_mails SET tried_at = now() WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
      [id, attempts],
    );
  }

  /** What a mail belongs to; null where there is none of this Message-ID. */
  async placeOf(transaction: Transaction, messageId: string): Promise<Pick<OutgoingMail, 'kind' | 'ticketId'> | null> {
    const rows: Pick<OutgoingRow, 'kind' | 'ticket_id'>[] = await transaction.query(
      'SELECT kind, ticket_id FROM outgoing_mails WHERE message_id = $1',
      [messageId],
    );
    const [row] = rows;
    return row ? { kind: row.kind, ticketId: row.ticket_id === null ? null : Number(row.ticket_id) } : null;
  }

  /** The answers that were sent with a ticket, or are to be. */
  async repliesOf(
    transaction: Transaction,
    ticketId: number,
  ): Promise<readonly Pick<OutgoingMail, 'messageId' | 'recipients'>[]> {
    return transaction.query(
      `SELECT message_id AS "messageId", recipients FROM outgoing_mails WHERE ticket_id = $1 AND kind = 'reply'`,
      [ticketId],
    );
  }

  /** The ids of mails that nobody has tried to send, the oldest first. */
  async untried(limit: number): Promise<number[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM outgoing_mails WHERE state = 'queued' AND attempts = 0 ORDER BY id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** The ids of mails that wait and that nobody has tried to send for longer than the gaps between tries are. */
  async lost(transaction: Transaction): Promise<number[]> {
    const rows: { id: string }[] = await transaction.query(
      `SELECT id FROM outgoing_mails WHERE state IN ('queued', 'sending')
         AND coalesce(tried_at, created_at) < now() - $1::int * interval '1 hour' ORDER BY id`,
      [LOST_AFTER_HOURS],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** Forgets mails that belong to no ticket, such as those with links, some days after they left or failed. */
  async deleteOld(transaction: Transaction): Promise<void> {
    await transaction.query(
      `DELETE FROM outgoing_mails WHERE id IN (
         SELECT id FROM outgoing_mails WHERE ticket_id IS NULL AND state NOT IN ('queued', 'sending')
           AND created_at < now() - $1::int * interval '1 day' LIMIT $2)`,
      [PLAIN_KEPT_DAYS, FORGOTTEN_AT_ONCE],
    );
  }

  /** A mail as far as it has come, which nobody else takes in hand or marks before the transaction ends. Null where there is none. */
  async hold(transaction: Transaction, messageId: string): Promise<HeldMail | null> {
    const rows: (OutgoingRow & { readonly state: OutgoingState })[] = await transaction.query(
      'SELECT * FROM outgoing_mails WHERE message_id = $1 FOR UPDATE',
      [messageId],
    );
    return rows[0] ? { ...toMail(rows[0]), state: rows[0].state } : null;
  }

  /** Says what became of a mail after it was sent. */
  async mark(
    transaction: Transaction,
    { messageId, state, detail, recipients }: Pick<SendingOutcome, 'messageId' | 'state' | 'detail' | 'recipients'>,
  ): Promise<void> {
    await transaction.query(
      'UPDATE outgoing_mails SET state = $2, detail = $3, recipients = $4 WHERE message_id = $1',
      [messageId, state, detail, JSON.stringify(recipients)],
    );
  }

  /**
   * Says what became of a mail. What it says is forgotten, unless it waits for another try. Who was erased while it was in hand stays
   * erased.
   */
  async settle(transaction: Transaction, { messageId, state, detail, recipients }: SendingOutcome): Promise<void> {
    await transaction.query(
      `UPDATE outgoing_mails SET state = $2, detail = $3, recipients = (
           SELECT coalesce(jsonb_agg(told ORDER BY place), '[]')
           FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS given (told, place) WHERE EXISTS (
             SELECT FROM jsonb_array_elements(recipients) AS kept WHERE kept ->> 'address' = told ->> 'address')),
         subject = CASE WHEN $2 = 'queued' THEN subject END, text = CASE WHEN $2 = 'queued' THEN text END,
         html = CASE WHEN $2 = 'queued' THEN html END, sent_at = CASE WHEN $2 = 'sent' THEN now() ELSE sent_at END
       WHERE message_id = $1`,
      [messageId, state, detail, JSON.stringify(recipients)],
    );
  }
}

function toMail(row: OutgoingRow): OutgoingMail {
  return {
    ...{ id: Number(row.id), messageId: row.message_id, kind: row.kind, number: row.number },
    ticketId: row.ticket_id === null ? null : Number(row.ticket_id),
    ...{ fromName: row.from_name, recipients: row.recipients, subject: row.subject, text: row.text, html: row.html },
    ...{ inReplyTo: row.in_reply_to, references: row.references, attempts: row.attempts, createdAt: row.created_at },
  };
}
