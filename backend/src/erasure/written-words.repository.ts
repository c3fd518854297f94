import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { ForgottenPerson } from '../forgetting/word-keeper.ts';

/** Whole tables are gone through, once for each person. */
const ALLOWED_MS = 10 * 60_000;

/** Messages of one ticket that hold words of somebody. */
export interface WrittenWords {
  readonly ticketId: number;
  readonly numbers: readonly number[];
}

/** Finds where somebody's words are: also in tickets that were deleted, and in the history of those that are gone for good. */
@Injectable()
export class WrittenWordsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The tickets that somebody asked with, or that a mail in their name began before a moment, behind a number. */
  async ownTickets(
    { contacts, addresses }: ForgottenPerson,
    before: Date,
    after: number,
    limit: number,
  ): Promise<number[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM (
         SELECT id FROM tickets WHERE requester = ANY ($1::bigint[]) AND deleted_at IS NULL
         UNION SELECT id FROM tickets WHERE requester = ANY ($1::bigint[]) AND deleted_at IS NOT NULL
         UNION SELECT ticket_id FROM mails WHERE lower(sender) = ANY ($2::text[]) AND state = 'ticket' AND ticket_id IS NOT NULL
           AND kept_at < $5
       ) AS own WHERE id > $3 ORDER BY id LIMIT $4`,
      [contacts, addresses, after, limit, before],
    );
    return rows.map(({ id }) => Number(id));
  }

  /**
   * The messages of such a ticket that still have words, its description among them: what they wrote, what the desk wrote to them and
   * about them. What others wrote there is theirs. A title or description may have been written anew after its words were removed.
   */
  async ofOwnTicket(transaction: Transaction, ticketId: number, contacts: readonly number[]): Promise<number[]> {
    const rows: { number: number }[] = await transaction.query(
      `SELECT DISTINCT number FROM (
         SELECT 1 AS number
         UNION SELECT number FROM messages
         WHERE ticket_id = $1 AND taken_back_at IS NULL AND (author_contact IS NULL OR author_contact = ANY ($2::bigint[]))
       ) AS said
       WHERE NOT EXISTS (SELECT FROM redactions AS r WHERE r.ticket_id = $1 AND r.number = said.number)
         OR number = 1 AND EXISTS (SELECT FROM ticket_events AS w
           WHERE w.ticket_id = $1 AND w.kind = 'changed' AND w.changes <> redacted_changes(w.changes))
       ORDER BY number`,
      [ticketId, contacts],
    );
    return rows.map(({ number }) => number);
  }

  /** What somebody wrote in tickets of others and has its words, behind a ticket. */
  async elsewhere({ contacts }: ForgottenPerson, after: number, limit: number): Promise<WrittenWords[]> {
    const rows: { ticket_id: string; numbers: number[] }[] = await this.dataSource.query(
      `SELECT m.ticket_id, array_agg(m.number ORDER BY m.number) AS numbers FROM messages AS m
       WHERE m.author_contact = ANY ($1::bigint[]) AND m.ticket_id > $2
         AND NOT EXISTS (SELECT FROM redactions AS r WHERE r.ticket_id = m.ticket_id AND r.number = m.number)
       GROUP BY m.ticket_id ORDER BY m.ticket_id LIMIT $3`,
      [contacts, after, limit],
    );
    return rows.map(({ ticket_id: ticketId, numbers }) => ({ ticketId: Number(ticketId), numbers }));
  }

  /** The tickets that somebody follows. */
  async followed({ contacts }: ForgottenPerson): Promise<{ readonly ticketId: number; readonly contact: number }[]> {
    const rows: { ticket_id: string; contact_id: string }[] = await this.dataSource.query(
      `SELECT f.ticket_id, f.contact_id FROM ticket_followers AS f JOIN tickets AS t ON t.id = f.ticket_id
       WHERE f.contact_id = ANY ($1::bigint[]) AND t.deleted_at IS NULL ORDER BY f.ticket_id`,
      [contacts],
    );
    return rows.map(({ ticket_id: ticketId, contact_id: contact }) => ({
      ticketId: Number(ticketId),
      contact: Number(contact),
    }));
  }

  /** Tickets of somebody that are gone for good, and of which the history still has words. */
  async gone(transaction: Transaction, { contacts }: ForgottenPerson): Promise<number[]> {
    await transaction.allow(ALLOWED_MS);
    const asked = contacts.map((id) => JSON.stringify([{ field: 'requester', to: id }]));
    const rows: { ticket_id: string }[] = await transaction.query(
      `SELECT DISTINCT e.ticket_id FROM ticket_events AS e
       WHERE e.changes @> ANY ($1::jsonb[]) AND NOT EXISTS (SELECT FROM tickets AS t WHERE t.id = e.ticket_id)
         AND EXISTS (SELECT FROM ticket_events AS w
           WHERE w.ticket_id = e.ticket_id AND w.kind = 'changed' AND w.changes <> redacted_changes(w.changes))`,
      [asked],
    );
    return rows.map(({ ticket_id: id }) => Number(id));
  }
}
