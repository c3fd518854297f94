import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PublicMessage, Reader } from './domain/public-message.ts';
import { FIRST_MESSAGE } from './domain/timeline-entry.ts';
import { isForReader, isOfReader } from './for-readers.ts';

const READER = { contacts: '$2', addresses: '$3' } as const;

/** What somebody of the desk wrote down for a customer is theirs; what a program or the desk itself took in is the customer's. */
const BY_REQUESTER = `(e.actor_id IS NULL OR e.via = 'token')`;

/** The first message tells how the description looks and what of it is quoted while that says the same, and is of who asks. */
const LOOKS_AS_WRITTEN = `m.ticket_id = t.id AND m.number = ${String(FIRST_MESSAGE)}
             AND m.text || m.folded = t.description AND m.author_contact = t.requester`;

/** Reads what customers may read of conversations, of their own tickets alone. */
@Injectable()
export class PublicMessageRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of a ticket with smaller numbers than `before`, newest first; none where it is not the reader's. */
  async before(
    ticketId: number,
    before: number,
    { contacts, addresses }: Reader,
    limit: number,
  ): Promise<Omit<PublicMessage, 'attachments'>[]> {
    return this.dataSource.query(
      `WITH t AS (SELECT * FROM tickets AS t WHERE t.id = $1 AND ${isOfReader(READER)}), visible AS (
         SELECT m.number, m.kind, m.author_contact AS contact, m.text, m.html, m.folded
         FROM t JOIN messages AS m ON m.ticket_id = t.id AND m.number < $4
           AND m.number > ${String(FIRST_MESSAGE)} AND ${isForReader(READER)}
         UNION ALL
         SELECT e.version, 'description', CASE WHEN ${BY_REQUESTER} THEN t.requester END,
           coalesce(m.text, t.description), m.html, coalesce(m.folded, '')
         FROM t JOIN ticket_events AS e ON e.ticket_id = t.id AND e.version = ${String(FIRST_MESSAGE)} AND e.version < $4
           LEFT JOIN messages AS m ON ${LOOKS_AS_WRITTEN}
       )
       SELECT v.number, v.kind, coalesce(v.contact = ANY ($2::bigint[]), false) AS mine,
         CASE WHEN v.contact IS NULL THEN u.display_name ELSE c.name END AS author,
         e.occurred_at AS at, v.text, v.html, v.folded
       FROM visible AS v JOIN ticket_events AS e ON e.ticket_id = $1 AND e.version = v.number
         LEFT JOIN users AS u ON u.id = e.actor_id LEFT JOIN contacts AS c ON c.id = v.contact
       ORDER BY v.number DESC LIMIT $5`,
      [ticketId, contacts, addresses, before, limit],
    );
  }
}
