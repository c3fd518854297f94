import type { Author } from '../common/author.ts';
import type { FieldChange, TicketEventKind } from './domain/ticket-event.ts';

/** On whose account tickets are written, when, and as part of which change of many. */
export interface Authorship {
  readonly by: Author;
  readonly at: Date;
  readonly bulkRunId?: string;
}

/** What an event says that only the statement knows: SQL expressions over the rows of `written`. */
interface Telling {
  readonly changes: string;
  readonly suggestion_id?: string;
  readonly contact_id?: string;
}

/**
 * Writes the history. Every statement that writes tickets takes this part, beside a part `written` that gives the rows as
 * they are then, and begins its parameters with those of `tellers`: so no ticket is written without its event.
 */
export function told(kind: TicketEventKind, telling: Telling): string {
  const event = {
    ticket_id: 'id',
    version: 'version',
    kind: `'${kind}'`,
    actor_id: '$1::bigint',
    via: '$2::text',
    token_id: '$3::uuid',
    bulk_run_id: '$4::uuid',
    occurred_at: 'updated_at',
    ...telling,
  };
  return `told AS (
    INSERT INTO ticket_events (${Object.keys(event).join(', ')}) SELECT ${Object.values(event).join(', ')} FROM written
  )`;
}

/** The parameters $1 to $4 of a statement with a part `told`. */
export function tellers({ by, bulkRunId }: Omit<Authorship, 'at'>): unknown[] {
  return [by.userId, by.via, by.tokenId, bulkRunId ?? null];
}

/** Changes as an event keeps them. */
export function storedChanges(changes: readonly FieldChange[]): object[] {
  return changes.map(({ suggested, ...change }) => (suggested ? { ...change, suggested } : change));
}
