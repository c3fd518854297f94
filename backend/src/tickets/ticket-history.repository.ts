import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Via } from '../common/author.ts';
import type {
  FieldChange,
  HistoryField,
  HistoryOrder,
  TicketEvent,
  TicketEventKind,
  ToldChange,
  ToldField,
} from './domain/ticket-event.ts';
import type { LastSorting } from './domain/waiting-again.ts';
import { toId, toNamed } from './ticket-row.ts';

type Change<Field extends ToldField> = Omit<FieldChange<Field>, 'suggested'> & Partial<Pick<FieldChange, 'suggested'>>;

interface ChangesRow {
  readonly changes: readonly Change<HistoryField>[];
}

interface EventRow {
  readonly id: string;
  readonly kind: TicketEventKind;
  readonly occurred_at: Date;
  readonly version: number;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly contact_id: string | null;
  readonly contact_name: string | null;
  readonly via: Via;
  readonly token_name: string | null;
  readonly bulk_run_id: string | null;
  /** What contacts are called by now who began or ceased to follow, by their ids. */
  readonly followers: Readonly<Record<string, string>> | null;
  readonly changes: readonly Change<ToldField>[];
}

/** Who began or ceased to follow by an event `e`, by their ids. */
const FOLLOWERS = `(
  SELECT jsonb_object_agg(c.id, c.name) FROM jsonb_array_elements(e.changes) AS change JOIN contacts AS c
    ON c.id = CASE WHEN change ->> 'field' = 'followers' THEN coalesce(change ->> 'to', change ->> 'from')::bigint END
  WHERE e.changes @> '[{"field": "followers"}]')`;

/** How a history is read from each of its ends. */
const READ = {
  oldest: { behind: '>', first: 0, way: 'ASC' },
  newest: { behind: '<', first: 2 ** 31 - 1, way: 'DESC' },
} as const;

/** Reads what happened to tickets; `TicketWriter` writes it. */
@Injectable()
export class TicketHistoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The events of a ticket behind a version, or from the end when there is none; also of one that was deleted. */
  async page(
    ticketId: number,
    { after, limit, order }: { readonly after: number | null; readonly limit: number; readonly order: HistoryOrder },
  ): Promise<TicketEvent[]> {
    const { behind, first, way } = READ[order];
    const rows: EventRow[] = await this.dataSource.query(
      `SELECT e.id, e.kind, e.occurred_at, e.version, e.actor_id, actor.display_name AS actor_name, e.via,
         e.contact_id, contact.name AS contact_name, token.name AS token_name, e.bulk_run_id, e.changes,
         ${FOLLOWERS} AS followers
       FROM ticket_events AS e LEFT JOIN users AS actor ON actor.id = e.actor_id
         LEFT JOIN contacts AS contact ON contact.id = e.contact_id
         LEFT JOIN api_tokens AS token ON token.id = e.token_id
       WHERE e.ticket_id = $1 AND e.version ${behind} $2 ORDER BY e.version ${way} LIMIT $3`,
      [ticketId, after ?? first, limit],
    );
    return rows.map(toEvent);
  }

  /** What last made a ticket a duplicate that was none; nothing when nothing did. */
  async changesThatMadeDuplicate(transaction: Transaction, ticketId: number): Promise<readonly FieldChange[]> {
    const rows: ChangesRow[] = await transaction.query(
      `SELECT changes FROM ticket_events
       WHERE ticket_id = $1 AND changes @> '[{"field": "duplicate_of", "from": null}]' ORDER BY version DESC LIMIT 1`,
      [ticketId],
    );
    return rows.flatMap(({ changes }) => changes.map(toChange));
  }

  /** The event that ended the waiting of a ticket last, and what changed since; null when it has never waited. */
  async lastSorting(transaction: Transaction, ticketId: number): Promise<LastSorting | null> {
    const rows: ChangesRow[] = await transaction.query(
      `SELECT changes FROM ticket_events
       WHERE ticket_id = $1 AND version >= (
         SELECT version FROM ticket_events
         WHERE ticket_id = $1 AND changes @> '[{"field": "triage", "from": "pending", "to": null}]'
         ORDER BY version DESC LIMIT 1
       ) ORDER BY version`,
      [ticketId],
    );
    const [decision, ...since] = rows.map(({ changes }) => changes.map(toChange));
    return decision ? { decision, since: since.flat() } : null;
  }
}

function toEvent(row: EventRow): TicketEvent {
  return {
    id: Number(row.id),
    kind: row.kind,
    at: row.occurred_at,
    version: row.version,
    actor: toId(row.actor_id),
    actorName: row.actor_name,
    contact: toNamed(row.contact_id, row.contact_name),
    via: row.via,
    tokenName: row.token_name,
    bulkRunId: row.bulk_run_id,
    changes: row.changes.map((change) => ({ ...toChange(change), contact: followerOf(change, row.followers) })),
  };
}

function followerOf({ field, from, to }: Change<ToldField>, names: EventRow['followers']): ToldChange['contact'] {
  const id = String(to ?? from);
  return field === 'followers' ? toNamed(id, names?.[id] ?? null) : null;
}

function toChange<Field extends ToldField>(change: Change<Field>): FieldChange<Field> {
  return { ...change, suggested: change.suggested ?? null };
}
