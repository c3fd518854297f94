import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isForReader } from '../conversation/for-readers.ts';
import type { ForgottenPerson } from '../forgetting/word-keeper.ts';

/** Something that is handed out, as it stands in the JSON. */
export interface ExportedRow {
  readonly id: number;
  readonly [field: string]: unknown;
}

/** What was said to and by somebody, never among the desk: notes and what it says itself are left out. */
const MESSAGES = (whose: string) => `(
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'number', m.number, 'at', e.occurred_at, 'from', CASE WHEN m.kind = 'incoming' THEN 'customer' ELSE 'desk' END,
      'theirs', m.author_contact IS NOT NULL AND m.author_contact = ANY ($1::bigint[]), 'text', m.text, 'quoted', m.folded,
      'files', ${files('m.number')}) ORDER BY m.number), '[]')
    FROM messages AS m JOIN ticket_events AS e ON e.ticket_id = m.ticket_id AND e.version = m.number
    WHERE m.ticket_id = t.id AND m.number > 1 AND m.kind IN ('reply', 'incoming') AND m.taken_back_at IS NULL
      AND m.delivery IS DISTINCT FROM 'held' AND ${whose})`;

const IS_RECIPIENT = '(r.contact_id = ANY ($1::bigint[]) OR lower(r.address) = ANY ($4::text[]))';

function files(number: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', a.id, 'name', a.name, 'type', a.type, 'size', a.size,
        'url', CASE WHEN t.deleted_at IS NULL THEN '/api/attachments/' || a.id END) ORDER BY a.position), '[]')
      FROM attachments AS a WHERE a.ticket_id = t.id AND a.message_number = ${number})`;
}

/** Reads what the desk keeps of a person, page by page, by ids. */
@Injectable()
export class PersonsTicketsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Their tickets, with what was said in them to them and by customers; also deleted ones, which are still kept. What was written to others
   * alone is theirs.
   */
  own({ contacts, addresses }: ForgottenPerson, after: number, limit: number): Promise<ExportedRow[]> {
    return this.rows(
      `SELECT t.id, t.title, t.description, t.status, t.created_at, t.updated_at, t.deleted_at, ${files('1')} AS files,
         ${MESSAGES(`(${isForReader({ contacts: '$1', addresses: '$4' })})`)} AS messages
       FROM tickets AS t WHERE t.requester = ANY ($1::bigint[]) AND t.id > $2 ORDER BY t.id LIMIT $3`,
      [contacts, after, limit, addresses],
    );
  }

  /** What they wrote, and what they were answered, in tickets of others: of an answer that went to several too, but not who those are. */
  elsewhere({ contacts, addresses }: ForgottenPerson, after: number, limit: number): Promise<ExportedRow[]> {
    return this.rows(
      `SELECT t.id, ${MESSAGES(`(m.author_contact = ANY ($1::bigint[]) OR m.kind = 'reply' AND EXISTS (
           SELECT FROM message_recipients AS r WHERE r.message_id = m.id AND ${IS_RECIPIENT}))`)} AS messages
       FROM tickets AS t WHERE t.id > $2 AND (t.requester IS NULL OR t.requester <> ALL ($1::bigint[])) AND t.id IN (
         SELECT ticket_id FROM messages WHERE author_contact = ANY ($1::bigint[])
         UNION SELECT m.ticket_id FROM message_recipients AS r JOIN messages AS m ON m.id = r.message_id
           WHERE ${IS_RECIPIENT} AND m.kind = 'reply' AND m.taken_back_at IS NULL AND m.delivery IS DISTINCT FROM 'held')
       ORDER BY t.id LIMIT $3`,
      [contacts, after, limit, addresses],
    );
  }

  /** That their mails came. */
  mails({ addresses }: ForgottenPerson, after: number, limit: number): Promise<ExportedRow[]> {
    return this.rows(
      `SELECT id, arrived_at, sender AS address, sender_name AS name, subject, ticket_id AS ticket
       FROM mails WHERE lower(sender) = ANY ($1::text[]) AND id > $2 ORDER BY id LIMIT $3`,
      [addresses, after, limit],
    );
  }

  private async rows(sql: string, parameters: unknown[]): Promise<ExportedRow[]> {
    const rows: ({ id: string } & Record<string, unknown>)[] = await this.dataSource.query(sql, parameters);
    return rows.map((row) => ({ ...row, id: Number(row.id) }));
  }
}
