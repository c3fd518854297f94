import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { TOLD_OWNER } from '../notifications/told-people.ts';
import type { TicketStatus } from '../vocabulary/ticket-status.ts';
import type {
  Delivery,
  DeliveryState,
  Message,
  MessageKind,
  MessageSets,
  Recipient,
  ToldRecipient,
} from './domain/message.ts';
import type { SenderCheck } from './domain/sender-check.ts';
import { FIRST_MESSAGE } from './domain/timeline-entry.ts';
import { followUpOf } from './follow-up-of.ts';

interface MessageRow {
  readonly number: number;
  readonly kind: MessageKind;
  readonly author_contact: string | null;
  readonly author_name: string | null;
  readonly sender_check: SenderCheck | null;
  readonly text: string;
  readonly html: string | null;
  readonly folded: string;
  readonly linked_ticket: string | null;
  readonly sets_status: TicketStatus | null;
  readonly sets: MessageSets | null;
  readonly leaves_at: Date | null;
  readonly taken_back_at: Date | null;
  readonly delivery: DeliveryState | null;
  readonly delivery_detail: string | null;
  readonly recipients: readonly ToldRecipient[] | null;
}

/** A message as it is written under its number. */
export interface NewMessage {
  readonly ticketId: number;
  readonly number: number;
  readonly kind: MessageKind;
  readonly authorContact: number | null;
  readonly text: string;
  readonly html: string | null;
  readonly folded: string;
  /** The ticket that it leads to. */
  readonly linkedTicket?: number;
  readonly setsStatus: TicketStatus | null;
  readonly sets?: MessageSets;
  readonly recipients: readonly Recipient[];
  /** Of an answer: after so many seconds it leaves. */
  readonly leavesInSeconds: number | null;
}

/** Reads and writes what the messages of tickets say; that they came is told by the history of the ticket. */
@Injectable()
export class MessageRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The number of the newest message of a ticket that its customer wrote or may read. */
  async newestPublic(ticketId: number, transaction?: Transaction): Promise<number> {
    const rows: { number: number }[] = await (transaction ?? this.dataSource).query(
      `SELECT number FROM messages
       WHERE ticket_id = $1 AND kind IN ('reply', 'incoming') AND taken_back_at IS NULL ORDER BY number DESC LIMIT 1`,
      [ticketId],
    );
    return rows[0]?.number ?? FIRST_MESSAGE;
  }

  /** The ticket in which the matter of a closed one goes on, the newest; null where there is none that is worked on by itself. */
  async followUpOf(transaction: Transaction, ticketId: number): Promise<number | null> {
    const rows: { id: string }[] = await transaction.query(followUpOf('$1'), [ticketId]);
    return rows[0] ? Number(rows[0].id) : null;
  }

  /** The messages of a ticket from one number to another, by their numbers. */
  async between(ticketId: number, first: number, last: number): Promise<ReadonlyMap<number, Message>> {
    const rows: MessageRow[] = await this.dataSource.query(
      `SELECT messages.number, messages.kind, author_contact, (SELECT name FROM contacts WHERE id = author_contact) AS author_name,
         CASE WHEN proof <> 'unknown' THEN jsonb_build_object('verdict', proof, 'by', coalesce(proven_by, 'desk')) END AS sender_check,
         text, html, folded, linked_ticket, sets_status, sets, leaves_at, taken_back_at, delivery, delivery_detail, (
         SELECT jsonb_agg(jsonb_build_object(
           'role', role, 'name', name, 'address', address, 'state', state, 'detail', detail) ORDER BY position)
         FROM message_recipients WHERE message_id = messages.id
       ) AS recipients
       FROM messages LEFT JOIN mails ON mails.ticket_id = messages.ticket_id AND mails.number = messages.number
       WHERE messages.ticket_id = $1 AND messages.number BETWEEN $2 AND $3`,
      [ticketId, first, last],
    );
    return new Map(rows.map((row) => [row.number, toMessage(row)]));
  }

  /**
   * Writes a message under the number that the history gave it; an answer is held until it leaves. Of an answer of the customer
   * it tells whose ticket it is.
   */
  async insert(transaction: Transaction, message: NewMessage): Promise<void> {
    const { ticketId, number, kind, authorContact, text, html, folded, setsStatus, leavesInSeconds } = message;
    const isAnswer = kind === 'incoming';
    const told: { user_id: string }[] = await transaction.query(
      `WITH written AS (
         INSERT INTO messages (ticket_id, number, kind, author_contact, text, html, folded, sets_status, leaves_at, delivery, linked_ticket, sets)
         SELECT $1, $2::int, $3::text, $4::bigint, $5::text, $6::text, $7::text, $8::text,
           now() + $9::int * interval '1 second', CASE WHEN $9::int IS NOT NULL THEN 'held' END, $11::bigint, nullif($12::jsonb, '{}')
         RETURNING id
       ), addressed AS (
         INSERT INTO message_recipients (message_id, position, role, name, address)
         SELECT written.id, position, recipient ->> 'role', recipient ->> 'name', recipient ->> 'address'
         FROM written, jsonb_array_elements($10::jsonb) WITH ORDINALITY AS given (recipient, position)
       )${isAnswer ? `, ${TOLD_OWNER}` : ''}
       SELECT ${isAnswer ? 'user_id FROM told_owner' : 'WHERE false'}`,
      [
        ...[ticketId, number, kind, authorContact, text, html, folded, setsStatus, leavesInSeconds],
        ...[JSON.stringify(message.recipients), message.linkedTicket ?? null, message.sets ?? {}],
      ],
    );
    const userIds = told.map(({ user_id: id }) => Number(id));
    if (userIds.length > 0) transaction.tell('notifications_changed', { userIds });
  }
}

function toMessage(row: MessageRow): Message {
  return {
    ...{ number: row.number, kind: row.kind, text: row.text, html: row.html, folded: row.folded },
    author: row.author_contact === null ? null : { id: Number(row.author_contact), name: row.author_name },
    senderCheck: row.sender_check,
    linkedTicket: row.linked_ticket === null ? null : Number(row.linked_ticket),
    setsStatus: row.sets_status,
    sets: row.sets ?? {},
    takenBackAt: row.taken_back_at,
    delivery: deliveryOf(row),
    recipients: row.recipients ?? [],
  };
}

function deliveryOf({ delivery: state, leaves_at: leavesAt, delivery_detail: detail }: MessageRow): Delivery | null {
  return state === null ? null : { state, leavesAt, detail };
}
