import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { toId } from '../ticket-row.ts';

/** So many of the newest messages of a ticket are looked at, and so many characters of each. */
const NEWEST = 10;
const CHARACTERS = 2_000;

/** A message that may hold what was looked for. */
export interface SaidMessage {
  readonly ticketId: number;
  readonly number: number;
  readonly kind: 'reply' | 'note' | 'incoming' | 'system';
  readonly text: string;
  readonly user: number | null;
  /** What its author is called; null for the desk itself, and for nobody it knows. */
  readonly author: string | null;
}

interface Row {
  readonly ticket_id: string;
  readonly number: number;
  readonly kind: SaidMessage['kind'];
  readonly text: string;
  readonly actor_id: string | null;
  readonly author: string | null;
}

/** Reads what was said last about some tickets. */
@Injectable()
export class MatchingMessages {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first, without the descriptions. */
  async of(tickets: readonly number[]): Promise<SaidMessage[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT m.ticket_id, m.number, m.kind, m.text, e.actor_id, coalesce(c.name, u.display_name) AS author
       FROM unnest($1::bigint[]) AS asked (id)
         CROSS JOIN LATERAL (
           SELECT ticket_id, number, kind, author_contact, left(words_of_pictures(text), ${String(CHARACTERS)}) AS text FROM messages
           WHERE ticket_id = asked.id AND number > 1 ORDER BY number DESC LIMIT ${String(NEWEST)}
         ) AS m
         LEFT JOIN ticket_events AS e ON e.ticket_id = m.ticket_id AND e.version = m.number
         LEFT JOIN users AS u ON u.id = e.actor_id
         LEFT JOIN contacts AS c ON c.id = m.author_contact
       ORDER BY m.ticket_id, m.number DESC`,
      [tickets],
    );
    return rows.map(({ ticket_id: ticketId, actor_id: actor, ...row }) => ({
      ...row,
      ticketId: Number(ticketId),
      user: toId(actor),
    }));
  }
}
