import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/actor.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { TicketRevision } from './domain/ticket-change.ts';
import type { FieldChange } from './domain/ticket-event.ts';
import type { NewTicket, Ticket } from './domain/ticket.ts';
import { TICKET_COLUMNS, type TicketRow, toTicket } from './ticket-row.ts';

/** On whose account tickets are written, when, and as part of which change of many. */
export interface Authorship {
  readonly by: Actor;
  readonly at: Date;
  readonly bulkRunId?: string;
}

/** A ticket that was brought back, and the suggestion it had been written with. */
export interface RestoredTicket {
  readonly id: number;
  readonly suggestionId: string | null;
}

/** How long a deleted ticket can be restored. */
const KEPT_DAYS = 30;

const EVENT_COLUMNS = 'ticket_id, version, kind, actor_id, via, token_id, bulk_run_id, occurred_at, changes';

/**
 * Writes tickets: the one place that inserts into, updates and deletes from `tickets`. Each statement writes the events as
 * well, so that no change can be without its history; the database refuses one that is.
 */
@Injectable()
export class TicketWriter {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes a new ticket; the history says what it began with. */
  async create(
    transaction: Transaction,
    ticket: NewTicket,
    origin: { readonly by: Actor; readonly suggestionId: string | null; readonly changes: readonly FieldChange[] },
  ): Promise<Ticket> {
    const { userId, via, tokenId } = origin.by;
    const rows: TicketRow[] = await transaction.query(
      `WITH written AS (
         INSERT INTO tickets (title, description, category, priority, assignee, created_by)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING *
       ), told AS (
         INSERT INTO ticket_events (${EVENT_COLUMNS}, suggestion_id)
         SELECT id, version, 'created', $6, $7, $8, NULL, created_at, $9::jsonb, $10 FROM written
       )
       SELECT ${TICKET_COLUMNS} FROM written`,
      [
        ...[ticket.title, ticket.description, ticket.category, ticket.priority, ticket.assignee, userId],
        ...[via, tokenId, json(origin.changes), origin.suggestionId],
      ],
    );
    return toTicket(only(rows));
  }

  /** Writes the revision of one ticket, which the transaction holds, and gives the ticket as it is then. */
  async change(transaction: Transaction, revision: TicketRevision, authorship: Authorship): Promise<Ticket> {
    const rows = await this.revise<TicketRow>(transaction, [revision], authorship, TICKET_COLUMNS);
    return toTicket(only(rows));
  }

  /** Writes the revisions of many tickets, which the transaction holds. */
  async changeMany(
    transaction: Transaction,
    revisions: readonly TicketRevision[],
    authorship: Authorship,
  ): Promise<void> {
    const rows = await this.revise(transaction, revisions, authorship, 'id');
    if (rows.length !== revisions.length) throw new Error('A ticket changed while the transaction held it');
  }

  /** Deletes tickets, keeps their rows for a while, and gives the numbers of those that were there. */
  async delete(transaction: Transaction, ids: readonly number[], authorship: Authorship): Promise<number[]> {
    const rows: { id: string }[] = await transaction.query(
      `WITH gone AS (
         DELETE FROM tickets WHERE id = ANY ($1::bigint[]) RETURNING *
       ), kept AS (
         INSERT INTO deleted_tickets (ticket_id, ticket, deleted_at) SELECT id, to_jsonb(gone), $6 FROM gone
       ), told AS (
         INSERT INTO ticket_events (${EVENT_COLUMNS})
         SELECT id, version + 1, 'deleted', $2, $3, $4, $5, $6, '[]' FROM gone
       )
       SELECT id FROM gone`,
      [ids, ...authorOf(authorship)],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** The categories in which deleted tickets were, as far as their rows are still kept. */
  async categoriesOfDeleted(transaction: Transaction, ids: readonly number[]): Promise<string[]> {
    const rows: { category: string }[] = await transaction.query(
      `SELECT DISTINCT ticket ->> 'category' AS category FROM deleted_tickets WHERE ticket_id = ANY ($1::bigint[])`,
      [ids],
    );
    return rows.map(({ category }) => category);
  }

  /**
   * Brings deleted tickets back, as far as their rows are still kept: number, texts, values and history; `heirs` names for
   * each of their categories the one to which they return.
   */
  async restore(
    transaction: Transaction,
    ids: readonly number[],
    heirs: Readonly<Record<string, string>>,
    authorship: Authorship,
  ): Promise<RestoredTicket[]> {
    const rows: { id: string; suggestion_id: string | null }[] = await transaction.query(
      `WITH kept AS (
         DELETE FROM deleted_tickets WHERE ticket_id = ANY ($1::bigint[]) RETURNING ticket_id, ticket
       ), restored AS (
         INSERT INTO tickets (${TICKET_COLUMNS})
         SELECT id, title, description, $7::jsonb ->> category, priority, status, created_by, assignee, created_at, $6,
           resolved_at, version + 2
         FROM kept, jsonb_populate_record(NULL::tickets, kept.ticket)
         RETURNING id, version, category
       ), told AS (
         INSERT INTO ticket_events (${EVENT_COLUMNS})
         SELECT id, version, 'restored', $2, $3, $4, $5, $6,
           CASE WHEN category = ticket ->> 'category' THEN '[]' ELSE jsonb_build_array(
             jsonb_build_object('field', 'category', 'from', ticket -> 'category', 'to', category)) END
         FROM restored JOIN kept ON ticket_id = id
       )
       SELECT id, (SELECT suggestion_id FROM ticket_events AS e WHERE e.ticket_id = restored.id AND suggestion_id IS NOT NULL)
       FROM restored`,
      [ids, ...authorOf(authorship), JSON.stringify(heirs)],
    );
    return rows.map((row) => ({ id: Number(row.id), suggestionId: row.suggestion_id }));
  }

  /** Lets go of the rows of tickets that were deleted long ago; their history stays. */
  async forgetDeleted(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM deleted_tickets WHERE deleted_at < now() - interval '${String(KEPT_DAYS)} days'`,
    );
  }

  private revise<Row>(
    transaction: Transaction,
    revisions: readonly TicketRevision[],
    authorship: Authorship,
    columns: string,
  ): Promise<Row[]> {
    // Texts are long; only who changes one sends it.
    const fields = (['title', 'description', 'status', 'category', 'priority', 'assignee'] as const).filter((field) =>
      revisions.some((revision) => field in revision.fields),
    );
    const assignments = fields.map(
      (field) => `${field} = CASE WHEN r.fields ? '${field}' THEN r.${field} ELSE t.${field} END,`,
    );
    const rows = revisions.map(({ id, version, fields: values, resolvedAt, changes }) => ({
      ...{ ...values, id, version, fields: values, resolved_at: resolvedAt, changes: changes.map(stored) },
    }));
    return transaction.query(
      `WITH changed AS (
         UPDATE tickets AS t
         SET ${assignments.join(' ')} resolved_at = r.resolved_at, updated_at = $6, version = t.version + 1
         FROM jsonb_to_recordset($1::jsonb) AS r (
           id bigint, version integer, title text, description text, status text, category text, priority text,
           assignee bigint, resolved_at timestamptz, fields jsonb, changes jsonb
         )
         WHERE t.id = r.id AND t.version = r.version
         RETURNING t.*, r.changes
       ), told AS (
         INSERT INTO ticket_events (${EVENT_COLUMNS})
         SELECT id, version, 'changed', $2, $3, $4, $5, $6, changes FROM changed
       )
       SELECT ${columns} FROM changed`,
      [JSON.stringify(rows), ...authorOf(authorship)],
    );
  }
}

/** The parameters $2 to $6 of a statement that writes events. */
function authorOf({ by, at, bulkRunId }: Authorship): unknown[] {
  return [by.userId, by.via, by.tokenId, bulkRunId ?? null, at];
}

function json(changes: readonly FieldChange[]): string {
  return JSON.stringify(changes.map(stored));
}

function stored({ suggested, ...change }: FieldChange): object {
  return suggested ? { ...change, suggested } : change;
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('The database returned no row where it must return one');
  return row;
}
