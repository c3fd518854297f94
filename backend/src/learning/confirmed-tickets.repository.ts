import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { REMOVED_WORDS } from '../vocabulary/removed-words.ts';
import type { TicketPriority } from '../vocabulary/ticket-priority.ts';
import type { ConfirmedTicket } from './domain/confirmed-ticket.ts';
import { READ_AT_MOST } from './domain/plain-text.ts';
import type { News } from './domain/refit-due.ts';
import { DECISIONS_WORTH_A_REFIT } from './domain/refit-due.ts';

interface TicketRow {
  readonly id: string;
  readonly updated_at: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly category: string | null;
  readonly priority: TicketPriority;
  readonly kind: 'created' | 'changed';
  readonly of_many: boolean;
  readonly decided_at: Date;
}

/** How many tickets are looked at with one statement. */
const PAGE = 1_000;

/** Events of people and their programs, not of the desk itself, and not of the demo, which nobody decided. */
const BY_PEOPLE = `e.actor_id IS NOT NULL AND e.via <> 'system'
  AND e.occurred_at > coalesce((SELECT demo_until FROM desk), '-infinity')`;

const touches = (field: string) => `e.changes @> '[{"field": "${field}"}]'`;

/**
 * Somebody sorted a ticket that waited for it; what was filled in and left as it was, its event does not name. Of many that were
 * sorted at once by anything but their category nobody has looked at that.
 */
const ENDS_WAITING = `e.changes @> '[{"field": "triage", "to": null}]'`;

/** The tickets that the desk may learn from, as their history tells. */
@Injectable()
export class ConfirmedTicketsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Tickets whose category a person chose, those that changed last first, page by page; at most `lookedAt` tickets are
   * looked at. A person chose it whose event named this category, or one that was merged into it since, or ended the waiting
   * with the category that the ticket has kept; what moved tickets without a look at them (merging, taking back, restoring)
   * decided nothing. So did who took a category for what the customer wrote later: the text of the ticket is of another matter then.
   * Categories that new tickets may not take are left out.
   */
  async *pages(lookedAt: number): AsyncGenerator<ConfirmedTicket[]> {
    let after: Pick<TicketRow, 'id' | 'updated_at'> | undefined;
    for (let seen = 0; seen < lookedAt; seen += PAGE) {
      const rows = await this.page(after);
      yield rows.flatMap((row) => confirmed(row));
      after = rows.at(-1);
      if (rows.length < PAGE) return;
    }
  }

  /** Those of some tickets whose category a person chose, by the same rules; at most a thousand are looked at. */
  async among(ids: readonly number[]): Promise<ConfirmedTicket[]> {
    const rows = await this.decided('id = ANY($1::bigint[])', [ids]);
    return rows.flatMap((row) => confirmed(row));
  }

  /** When tickets were written; those that are gone are left out. */
  async writtenAt(ids: readonly number[]): Promise<{ id: number; writtenAt: Date }[]> {
    const rows: { id: string; created_at: Date }[] = await this.dataSource.query(
      'SELECT id, created_at FROM tickets WHERE id = ANY($1::bigint[]) AND deleted_at IS NULL',
      [ids],
    );
    return rows.map(({ id, created_at: writtenAt }) => ({ id: Number(id), writtenAt }));
  }

  /** What has happened since an event of the history, and up to which one that is. */
  async newsSince(event: number): Promise<Omit<News, 'vocabularyChanged'>> {
    const rows: Omit<News, 'vocabularyChanged'>[] = await this.dataSource.query(
      `SELECT (count(*) FILTER (WHERE decides))::int AS decisions, max(occurred_at) AS "newestAt"
       FROM (
         SELECT e.occurred_at, e.kind <> 'deleted' AND (${touches('category')} OR ${ENDS_WAITING}) AS decides
         FROM ticket_events AS e
         WHERE e.id > $1 AND (
           e.kind IN ('deleted', 'restored')
           OR (${BY_PEOPLE} AND (${[...['category', 'priority', 'title', 'description'].map(touches), ENDS_WAITING].join(' OR ')}))
         )
         ORDER BY e.id DESC LIMIT $2
       ) AS news`,
      [event, 10 * DECISIONS_WORTH_A_REFIT],
    );
    if (!rows[0]) throw new Error('The database counted nothing');
    return rows[0];
  }

  /** The number of the newest event of the history; 0 when there is none. */
  async newestEvent(): Promise<number> {
    const rows: { id: string | null }[] = await this.dataSource.query('SELECT max(id) AS id FROM ticket_events');
    return Number(rows[0]?.id ?? 0);
  }

  private page(after: Pick<TicketRow, 'id' | 'updated_at'> | undefined): Promise<TicketRow[]> {
    return this.decided('($1::timestamptz IS NULL OR (updated_at, id) < ($1::timestamptz, $2::bigint))', [
      after?.updated_at ?? null,
      after?.id ?? null,
    ]);
  }

  /** The tickets of a condition, each with what a person decided of it, if anybody did. */
  private decided(of: string, parameters: readonly unknown[]): Promise<TicketRow[]> {
    return this.dataSource.query(
      `WITH RECURSIVE heirs (key, heir) AS (
         SELECT key, key FROM categories WHERE active
         UNION
         SELECT c.key, h.heir FROM categories AS c JOIN heirs AS h ON c.merged_into = h.key
       ), page AS (
         SELECT * FROM tickets WHERE deleted_at IS NULL AND ${of}
         ORDER BY updated_at DESC, id DESC LIMIT ${String(PAGE)}
       )
       SELECT t.id, t.updated_at::text AS updated_at, decision.heir AS category, decision.kind, decision.of_many,
         decision.occurred_at AS decided_at, t.priority,
         CASE WHEN decision.heir IS NOT NULL THEN t.title END AS title,
         CASE WHEN decision.heir IS NOT NULL THEN left(t.description, ${String(READ_AT_MOST)}) END AS description
       FROM page AS t LEFT JOIN heirs AS now_in ON now_in.key = t.category
       LEFT JOIN LATERAL (
         SELECT now_in.heir, e.kind, e.bulk_run_id IS NOT NULL AS of_many, e.occurred_at
         FROM ticket_events AS e LEFT JOIN bulk_runs AS run ON run.id = e.bulk_run_id
         WHERE e.ticket_id = t.id AND t.triage IS NULL AND now_in.heir IS NOT NULL AND ${BY_PEOPLE}
           AND NOT EXISTS (
             SELECT FROM later_suggestions AS l WHERE l.ticket_id = t.id AND l.decision = 'taken' AND l.category IS NOT NULL)
           AND e.kind IN ('created', 'changed') AND coalesce(run.kind, 'change') = 'change'
           AND CASE WHEN ${touches('category')} THEN EXISTS (
             SELECT FROM jsonb_array_elements(e.changes) AS change JOIN heirs AS h ON h.key = change ->> 'to'
             WHERE change ->> 'field' = 'category' AND h.heir = now_in.heir
           ) ELSE ${ENDS_WAITING} AND e.bulk_run_id IS NULL AND NOT EXISTS (
             SELECT FROM ticket_events AS e2
             WHERE e2.ticket_id = t.id AND e2.version > e.version AND e2.changes @> '[{"field": "category"}]'
           ) END
         ORDER BY e.version DESC LIMIT 1
       ) AS decision ON true
       ORDER BY t.updated_at DESC, t.id DESC`,
      [...parameters],
    );
  }
}

function confirmed(row: TicketRow): ConfirmedTicket[] {
  const { id, title, description, category, priority, kind, of_many: ofMany, decided_at: decidedAt } = row;
  if (category === null || title === null || description === null || description === REMOVED_WORDS) return [];
  const isCorrection = kind === 'changed' && !ofMany;
  return [{ id: Number(id), text: { title, description }, category, priority, isCorrection, decidedAt }];
}
