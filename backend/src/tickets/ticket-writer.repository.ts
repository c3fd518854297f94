import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { heldActiveCategory } from '../categories/active-category.ts';
import { customerOf } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { TicketsEvent } from '../events/desk-events.ts';
import { toldAssignees } from '../notifications/told-people.ts';
import { heldActiveUser } from '../users/active-user.ts';
import { REMOVED_WORDS } from '../vocabulary/removed-words.ts';
import type { TicketRevision } from './domain/ticket-change.ts';
import { type FieldChange, HISTORY_FIELDS } from './domain/ticket-event.ts';
import type { NewTicket, TicketWithDuplicates } from './domain/ticket.ts';
import { FOLLOWED } from './followed-choice.sql.ts';
import { type Authorship, storedChanges, tellers, told } from './ticket-history-writer.sql.ts';
import {
  TICKET_COLUMNS,
  type TicketRow,
  type TicketRowWithDuplicates,
  toTicket,
  toTicketWithDuplicates,
  withDuplicates,
} from './ticket-row.ts';

/** What every statement gives of the tickets it has written. */
type WrittenRow = Pick<TicketRow, 'id' | 'version'>;

/** What a new ticket may be given only while it is in use. */
const HELD = { category: heldActiveCategory('$7'), assignee: heldActiveUser('$9') };

/** Among the rows of a change, those that somebody else has by then. */
const IS_REASSIGNED = `changes @> '[{"field": "assignee"}]'`;

/** How long a deleted ticket can be restored. */
const KEPT_DAYS = 30;

/** How many deleted tickets go for good at a time. */
const PURGE_SIZE = 1_000;

/**
 * Writes tickets: the one place that inserts into, updates and deletes from `tickets`. Each statement tells history as well
 * (`ticket-history-writer.sql.ts`), which the database refuses to do without; the desk hears of it after the commit.
 */
@Injectable()
export class TicketWriter {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Writes a new ticket; the history says what it began with. Of what the ticket is given, `holding` names what has to be in
   * use, and stays so until the transaction ends; null when it is not. With `last` the transaction ends with it.
   */
  async create(
    transaction: Transaction,
    ticket: NewTicket,
    origin: Omit<Authorship, 'at'> & { readonly suggestionId: string | null; readonly changes: readonly FieldChange[] },
    { holding, last }: { readonly holding: readonly (keyof typeof HELD)[]; readonly last: boolean },
  ): Promise<TicketWithDuplicates | null> {
    const held = holding.map((field) => `held_${field} AS MATERIALIZED (${HELD[field]}), `);
    const isGiven = ticket.assignee !== null && ticket.assignee !== origin.by.userId;
    const from = holding.map((field) => `held_${field}`).join(', ');
    const rows: TicketRow[] = await transaction[last ? 'last' : 'query'](
      `WITH ${held.join('')}written AS (
         INSERT INTO tickets (created_by, title, description, category, priority, assignee, triage, requester)
         SELECT $1::bigint, $5::text, $6::text, $7::text, $8::text, $9::bigint, $10::text, $13::bigint ${from && `FROM ${from}`}
         RETURNING *
       ), ${told('created', { changes: '$11::jsonb', suggestion_id: '$12::uuid', contact_id: '$14::bigint' })}${isGiven ? `, ${toldAssignees()}` : ''}
       SELECT ${TICKET_COLUMNS} FROM written`,
      [
        ...tellers(origin),
        ...[ticket.title, ticket.description, ticket.category, ticket.priority, ticket.assignee, ticket.triage],
        ...[
          JSON.stringify(storedChanges(origin.changes)),
          origin.suggestionId,
          ticket.requester,
          customerOf(origin.by),
        ],
      ],
    );
    tellOf(transaction, 'tickets_created', rows);
    if (rows.length > 0) tellAssignees(transaction, [ticket.assignee], origin);
    return rows[0]
      ? { ...toTicket(rows[0]), duplicates: [], followers: [], laterSuggestion: null, arrivedBy: null }
      : null;
  }

  /**
   * Writes the revision of one ticket, which the transaction holds, and gives the ticket as it is then. With `last` the
   * transaction ends with it.
   */
  async change(
    transaction: Transaction,
    revision: TicketRevision,
    authorship: Authorship,
    { last }: { readonly last: boolean } = { last: false },
  ): Promise<TicketWithDuplicates> {
    const columns = withDuplicates('written');
    const rows = await this.revise<TicketRowWithDuplicates>(transaction, [revision], authorship, { columns, last });
    return toTicketWithDuplicates(only(rows));
  }

  /**
   * The same of a ticket that nobody holds, by one statement that is a transaction by itself. Null, and nothing is written, when
   * the ticket is no longer as the revision was made from.
   */
  async changeUnheld(
    transaction: Transaction,
    revision: TicketRevision,
    authorship: Authorship,
  ): Promise<TicketWithDuplicates | null> {
    const manner = { columns: withDuplicates('written'), last: true };
    const [row] = await this.revise<TicketRowWithDuplicates>(transaction, [revision], authorship, manner);
    return row ? toTicketWithDuplicates(row) : null;
  }

  /** Writes the revisions of many tickets, which the transaction holds. */
  async changeMany(
    transaction: Transaction,
    revisions: readonly TicketRevision[],
    authorship: Authorship,
  ): Promise<void> {
    const rows = await this.revise(transaction, revisions, authorship, { columns: 'id, version', last: false });
    if (rows.length !== revisions.length) throw new Error('A ticket changed while the transaction held it');
  }

  /** Raises the version of a ticket for a message, whose number that is. Null when there is no such ticket. */
  async addMessage(transaction: Transaction, id: number, authorship: Authorship): Promise<number | null> {
    const rows: WrittenRow[] = await transaction.query(
      `WITH written AS (
         UPDATE tickets SET updated_at = $5, version = version + 1 WHERE id = $6 AND deleted_at IS NULL
         RETURNING id, version, updated_at
       ), ${told('message', { changes: `'[]'`, contact_id: '$7::bigint' })}
       SELECT id, version FROM written`,
      [...tellers(authorship), authorship.at, id, customerOf(authorship.by)],
    );
    tellOf(transaction, 'tickets_changed', rows);
    return rows[0]?.version ?? null;
  }

  /** Lets contacts follow a ticket, which the transaction holds, or cease to: a version that tells of each of them. */
  async changeFollowers(
    transaction: Transaction,
    id: number,
    { added, removed }: { readonly added: readonly number[]; readonly removed: readonly number[] },
    authorship: Authorship,
  ): Promise<void> {
    const changes = [
      ...removed.map((contact) => ({ field: 'followers', from: contact, to: null })),
      ...added.map((contact) => ({ field: 'followers', from: null, to: contact })),
    ];
    const rows: WrittenRow[] = await transaction.query(
      `WITH written AS (
         UPDATE tickets SET updated_at = $5, version = version + 1 WHERE id = $6 RETURNING id, version, updated_at
       ), gone AS (
         DELETE FROM ticket_followers WHERE ticket_id = $6 AND contact_id = ANY ($7::bigint[])
       ), come AS (
         INSERT INTO ticket_followers (ticket_id, contact_id) SELECT $6, unnest($8::bigint[])
       ), ${told('changed', { changes: '$9::jsonb' })}
       SELECT id, version FROM written`,
      [...tellers(authorship), authorship.at, id, removed, added, JSON.stringify(changes)],
    );
    tellOf(transaction, 'tickets_changed', rows);
  }

  /**
   * Makes a version of a ticket, also of a deleted one, that tells of words that are removed: with `texts` the title and the
   * description give way. Null when there is no such ticket.
   */
  async redact(
    transaction: Transaction,
    id: number,
    { texts }: { readonly texts: boolean },
    authorship: Authorship,
  ): Promise<number | null> {
    const rows: (WrittenRow & { readonly deleted: boolean })[] = await transaction.query(
      `WITH written AS (
         UPDATE tickets SET updated_at = $5, version = version + 1${texts ? ', title = $7, description = $7' : ''}
         WHERE id = $6 RETURNING id, version, updated_at, deleted_at IS NOT NULL AS deleted
       ), ${told('redacted', { changes: `'[]'` })}
       SELECT id, version, deleted FROM written`,
      [...tellers(authorship), authorship.at, id, ...(texts ? [REMOVED_WORDS] : [])],
    );
    tellOf(
      transaction,
      'tickets_changed',
      rows.filter(({ deleted }) => !deleted),
    );
    return rows[0]?.version ?? null;
  }

  /** Deletes tickets, with which all that refers to them is kept, and gives the numbers of those that were there. */
  async delete(transaction: Transaction, ids: readonly number[], authorship: Authorship): Promise<number[]> {
    const rows: WrittenRow[] = await transaction.query(
      `WITH written AS (
         UPDATE tickets SET deleted_at = $5, updated_at = $5, version = version + 1
         WHERE id = ANY ($6::bigint[]) AND deleted_at IS NULL RETURNING id, version, updated_at
       ), ${told('deleted', { changes: `'[]'` })}
       SELECT id, version FROM written`,
      [...tellers(authorship), authorship.at, ids],
    );
    tellOf(transaction, 'tickets_deleted', rows);
    return rows.map(({ id }) => Number(id));
  }

  /**
   * Brings deleted tickets back, as far as they are still kept, and gives their numbers; `heirs` names for each of their
   * categories the one to which they return.
   */
  async restore(
    transaction: Transaction,
    ids: readonly number[],
    heirs: Readonly<Record<string, string>>,
    authorship: Authorship,
  ): Promise<number[]> {
    const moved = `jsonb_build_array(jsonb_build_object('field', 'category', 'from', category_before, 'to', category))`;
    const rows: WrittenRow[] = await transaction.query(
      `WITH written AS (
         UPDATE tickets SET deleted_at = NULL, updated_at = $5, version = version + 1, category = $7::jsonb ->> category
         WHERE id = ANY ($6::bigint[]) AND deleted_at IS NOT NULL
         RETURNING id, version, updated_at, category, old.category AS category_before
       ), ${told('restored', { changes: `CASE WHEN category = category_before THEN '[]' ELSE ${moved} END` })}
       SELECT id, version FROM written`,
      [...tellers(authorship), authorship.at, ids, JSON.stringify(heirs)],
    );
    tellOf(transaction, 'tickets_restored', rows);
    return rows.map(({ id }) => Number(id));
  }

  /** Lets go of tickets that were deleted long ago, with all that refers to them; their history stays. */
  async purge(): Promise<void> {
    // Not all at once: nobody waits long for what one step holds, and no step runs into the time limit of a statement.
    let gone: unknown[];
    do {
      [gone] = await this.dataSource.query<[unknown[], number]>(
        `DELETE FROM tickets WHERE id IN (
           SELECT id FROM tickets WHERE deleted_at < now() - interval '${String(KEPT_DAYS)} days'
           ORDER BY deleted_at LIMIT ${String(PURGE_SIZE)} FOR UPDATE
         ) RETURNING id`,
      );
    } while (gone.length === PURGE_SIZE);
  }

  private async revise<Row extends WrittenRow>(
    transaction: Transaction,
    revisions: readonly TicketRevision[],
    authorship: Authorship,
    { columns, last }: { readonly columns: string; readonly last: boolean },
  ): Promise<Row[]> {
    // Texts are long; only who changes one sends it.
    const fields = HISTORY_FIELDS.filter((field) => revisions.some((revision) => field in revision.fields));
    const assignments = fields.map(
      (field) => `${field} = CASE WHEN r.fields ? '${field}' THEN r.${field} ELSE t.${field} END,`,
    );
    const decides = fields.some((field) => field === 'category' || field === 'priority' || field === 'triage');
    const assigns = fields.includes('assignee');
    const rows = revisions.map(({ id, version, fields: values, resolvedAt, closedAt, changes }) => ({
      ...{ ...values, id, version, fields: values, resolved_at: resolvedAt, closed_at: closedAt },
      changes: storedChanges(changes),
    }));
    const written: Row[] = await transaction[last ? 'last' : 'query'](
      `WITH written AS (
         UPDATE tickets AS t
         SET ${assignments.join(' ')} resolved_at = r.resolved_at, closed_at = r.closed_at, updated_at = $5,
           version = t.version + 1
         FROM jsonb_to_recordset($6::jsonb) AS r (
           id bigint, version integer, title text, description text, status text, category text, priority text,
           assignee bigint, triage text, duplicate_of bigint, requester bigint, resolved_at timestamptz,
           closed_at timestamptz, fields jsonb, changes jsonb
         )
         WHERE t.id = r.id AND t.version = r.version
         RETURNING t.*, r.changes
       ), ${told('changed', { changes: 'changes', contact_id: '$7::bigint' })}${decides ? `, ${FOLLOWED}` : ''}${assigns ? `, ${toldAssignees(IS_REASSIGNED)}` : ''}
       SELECT ${columns} FROM written`,
      [...tellers(authorship), authorship.at, JSON.stringify(rows), customerOf(authorship.by)],
    );
    tellOf(transaction, 'tickets_changed', written);
    if (decides) tellOf(transaction, 'tickets_sorted', written);
    const assignees = revisions.map(({ fields: { assignee } }) => assignee ?? null);
    if (written.length > 0) tellAssignees(transaction, assignees, authorship);
    return written;
  }
}

function tellOf(transaction: Transaction, name: TicketsEvent, rows: readonly WrittenRow[]): void {
  if (rows.length === 0) return;
  transaction.tell(name, { tickets: rows.map(({ id, version }) => ({ id: Number(id), version })) });
}

/** Those to whom somebody else gave a ticket hear of it. */
function tellAssignees(
  transaction: Transaction,
  assignees: readonly (number | null)[],
  { by }: Pick<Authorship, 'by'>,
): void {
  if (by.userId === null) return;
  const userIds = [...new Set(assignees)].filter((id) => id !== null).filter((id) => id !== by.userId);
  if (userIds.length > 0) transaction.tell('notifications_changed', { userIds });
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('The database returned no row where it must return one');
  return row;
}
