import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Author, Via } from '../../common/author.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import { toId } from '../ticket-row.ts';
import type { AskedRedaction, Redaction } from './domain/redaction.ts';

interface RedactionRow {
  readonly number: number;
  readonly occurred_at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly via: Via;
  readonly reason: string;
}

/** Keeps of which messages words were removed, and removes them from what tickets themselves keep. */
@Injectable()
export class RedactionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest of each message of a ticket from one number to another, by their numbers. */
  async between(ticketId: number, first: number, last: number): Promise<ReadonlyMap<number, Redaction>> {
    const rows: RedactionRow[] = await this.dataSource.query(
      `SELECT DISTINCT ON (r.number) r.number, r.reason, e.occurred_at, e.actor_id, e.via,
         (SELECT display_name FROM users WHERE id = e.actor_id) AS actor_name
       FROM redactions AS r JOIN ticket_events AS e USING (ticket_id, version)
       WHERE r.ticket_id = $1 AND r.number BETWEEN $2 AND $3 ORDER BY r.number, r.version DESC`,
      [ticketId, first, last],
    );
    return new Map(rows.map((row) => [row.number, toRedaction(row)]));
  }

  /** What a ticket that stands is called and says, and all that both have ever been; nobody changes them until the transaction ends. */
  async textsOf(transaction: Transaction, ticketId: number): Promise<readonly string[]> {
    const rows: { said: string }[] = await transaction.query(
      `WITH held AS MATERIALIZED (SELECT title, description FROM tickets WHERE id = $1 FOR NO KEY UPDATE)
       SELECT unnest(ARRAY[title, description]) AS said FROM held
       UNION SELECT said #>> '{}' FROM ticket_events,
         jsonb_path_query(changes, '$[*] ? (@.field == "title" || @.field == "description").keyvalue() ? (@.key != "field").value') AS said
       WHERE ticket_id = $1 AND kind = 'changed' AND said <> 'null'`,
      [ticketId],
    );
    return rows.map(({ said }) => said);
  }

  /** Keeps why the words of messages went, beside the event that tells of it. */
  async insert(
    transaction: Transaction,
    version: number,
    { ticketId, numbers, reason }: AskedRedaction,
  ): Promise<void> {
    await transaction.query(
      'INSERT INTO redactions (ticket_id, number, version, reason) SELECT $1, unnest($2::int[]), $3, $4',
      [ticketId, numbers, version, reason],
    );
  }

  /** An event for a ticket of which only the history is left; gives its version. */
  async tellOfGone(transaction: Transaction, ticketId: number, by: Author): Promise<number> {
    const rows: { version: number }[] = await transaction.query(
      `INSERT INTO ticket_events (ticket_id, version, kind, actor_id, via, token_id, changes)
       SELECT $4, max(version) + 1, 'redacted', $1, $2, $3, '[]' FROM ticket_events WHERE ticket_id = $4 RETURNING version`,
      [by.userId, by.via, by.tokenId, ticketId],
    );
    if (!rows[0]) throw new Error('There is no history of this ticket');
    return rows[0].version;
  }

  /** Removes every title and description from the history of a ticket, which has been told of it. */
  async cleanHistory(transaction: Transaction, ticketId: number): Promise<void> {
    await transaction.query(
      `UPDATE ticket_events SET changes = redacted_changes(changes)
       WHERE ticket_id = $1 AND kind = 'changed' AND changes <> redacted_changes(changes)`,
      [ticketId],
    );
  }
}

function toRedaction(row: RedactionRow): Redaction {
  const { occurred_at: at, actor_id: actor, actor_name: actorName, via, reason } = row;
  return { at, actor: toId(actor), actorName, via, reason };
}
