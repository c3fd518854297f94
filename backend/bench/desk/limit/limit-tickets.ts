import { COLUMNS } from '../../../src/tickets/ticket-slice.sql.ts';
import { TICKET_COLUMNS } from '../../../src/tickets/ticket-row.ts';
import type { LimitDatabase, Prepared } from './limit-database.ts';
import type { LimitTicket } from './limit-lists.ts';

const IS_DONE = `$2 IN ('resolved', 'closed')`;

/** What history tells belongs to it: the database refuses a ticket without. */
const CHANGE: Prepared = {
  name: 'change',
  text: `WITH written AS (
      UPDATE tickets AS t SET status = $2, updated_at = now(), version = t.version + 1,
        resolved_at = CASE WHEN ${IS_DONE} THEN coalesce(t.resolved_at, now()) END,
        closed_at = CASE WHEN $2 = 'closed' THEN now() END
      WHERE t.id = $1 AND t.deleted_at IS NULL RETURNING t.*, old.status AS before
    ), told AS (
      INSERT INTO ticket_events (ticket_id, version, kind, actor_id, via, occurred_at, changes)
      SELECT id, version, 'changed', $3, 'web', updated_at,
        jsonb_build_array(jsonb_build_object('field', 'status', 'from', before, 'to', status)) FROM written)
    SELECT ${TICKET_COLUMNS} FROM written`,
};

const CREATE: Prepared = {
  name: 'create',
  text: `WITH written AS (
      INSERT INTO tickets (created_by, title, description, category, priority) VALUES ($1, $2, $3, $4, $5) RETURNING *
    ), told AS (
      INSERT INTO ticket_events (ticket_id, version, kind, actor_id, via, occurred_at, changes)
      SELECT id, version, 'created', $1, 'web', updated_at, jsonb_build_array(
        jsonb_build_object('field', 'status', 'from', NULL, 'to', status),
        jsonb_build_object('field', 'category', 'from', NULL, 'to', category, 'suggested', NULL),
        jsonb_build_object('field', 'priority', 'from', NULL, 'to', priority, 'suggested', NULL)) FROM written)
    SELECT ${TICKET_COLUMNS} FROM written`,
};

const READ: Prepared = { name: 'read', text: `SELECT ${COLUMNS} FROM tickets AS t WHERE t.id = $1` };

export interface LimitBody {
  readonly title?: string;
  readonly description?: string;
  readonly category?: string;
  readonly priority?: string;
  readonly status?: string;
}

/** Single tickets of the limit. */
export class LimitTickets {
  readonly #database: LimitDatabase;

  constructor(database: LimitDatabase) {
    this.#database = database;
  }

  read(id: number): Promise<LimitTicket> {
    return this.#database.row(READ, [id]);
  }

  change(id: number, { status }: LimitBody, by: number): Promise<LimitTicket> {
    return this.#database.row(CHANGE, [id, status, by]);
  }

  create({ title, description, category, priority }: LimitBody, by: number): Promise<LimitTicket> {
    return this.#database.row(CREATE, [by, title, description, category, priority]);
  }
}
