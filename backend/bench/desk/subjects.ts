import type { Client } from 'pg';
import { encodeTicketCursor } from '../../src/tickets/domain/ticket-cursor.ts';
import type { TicketPriority } from '../../src/vocabulary/ticket-priority.ts';

const PAGE_SIZE = 20;
const FAR_PAGE = 500;
/** Tickets that are changed in turns, so that no two callers want the same at a time. */
const CHANGED = 5_000;
const TEXTS = 200;

/** What operations are about, as the tickets of the desk have it. */
export interface Subjects {
  /** Combinations of the three fields, the most frequent first. */
  readonly cells: readonly { readonly category: string; readonly priority: string; readonly status: string }[];
  /** Where page 500 begins, or the one in the middle of fewer tickets. */
  readonly farCursor: string;
  /** Tickets that may become in progress. */
  readonly changeable: readonly number[];
  /** Texts as people write them. */
  readonly texts: readonly { readonly title: string; readonly description: string }[];
}

/** @throws Error when the desk has too few tickets to measure on. */
export async function readSubjects(client: Client): Promise<Subjects> {
  const { rows: cells } = await client.query<Subjects['cells'][number]>(
    `SELECT category, priority, status FROM tickets WHERE deleted_at IS NULL
     GROUP BY category, priority, status ORDER BY count(*) DESC, category, priority, status`,
  );
  const { rows: changed } = await client.query<{ id: string }>(
    `SELECT id FROM tickets WHERE deleted_at IS NULL AND status <> 'in_progress' AND triage IS NULL
     ORDER BY created_at DESC, id DESC LIMIT $1`,
    [CHANGED],
  );
  const { rows: texts } = await client.query<Subjects['texts'][number]>(
    `SELECT title, description FROM tickets WHERE deleted_at IS NULL ORDER BY hashint8(id), id LIMIT $1`,
    [TEXTS],
  );
  return { cells, farCursor: await farCursor(client), changeable: changed.map(({ id }) => Number(id)), texts };
}

async function farCursor(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string; created_at: Date; updated_at: Date; priority: TicketPriority }>(
    `SELECT id, created_at, updated_at, priority FROM tickets WHERE deleted_at IS NULL
     ORDER BY created_at DESC, id DESC
     OFFSET (SELECT least($1, count(*) / 2) - 1 FROM tickets WHERE deleted_at IS NULL) LIMIT 1`,
    [(FAR_PAGE - 1) * PAGE_SIZE],
  );
  const [last] = rows;
  if (!last) throw new Error('The desk has too few tickets');
  const { id, created_at: createdAt, updated_at: updatedAt, priority } = last;
  return encodeTicketCursor('newest', { id: Number(id), createdAt, updatedAt, priority });
}
