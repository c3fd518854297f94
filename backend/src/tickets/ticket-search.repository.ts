import { Injectable } from '@nestjs/common';
import type { Ask } from '../database/abortable-reads.ts';
import type { TicketPriority } from '../vocabulary/ticket-priority.ts';
import type { SearchCandidate } from './domain/search-candidate.ts';
import { COUNT_LIMIT, type SearchStep } from './domain/search-steps.ts';
import type { TicketCount } from './domain/ticket-page.ts';
import type { TicketPlace } from './domain/ticket-place.ts';
import type { SearchText } from './domain/ticket-search.ts';
import type { Ticket } from './domain/ticket.ts';
import { type TicketRow, toTicket } from './ticket-row.ts';
import { type Fetched, countIndexed, countWalked, indexed, readCandidates, walked } from './ticket-search.sql.ts';
import type { TicketQuery, TicketSlice } from './ticket-slice.sql.ts';

interface CandidateRow {
  readonly id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly priority: TicketPriority;
  readonly size: number;
}

interface WalkedRow {
  readonly looked_through: number;
  readonly edge_id: string | null;
  readonly edge_created_at: Date;
  readonly edge_updated_at: Date;
  readonly edge_priority: TicketPriority;
}

interface IndexedRow {
  readonly total: number | null;
}

/** A row beside one of a ticket, or alone when there is none. */
type With<Row, Beside> = Beside & (Row | { readonly id: null });

/** What one step of a search tells of a slice. */
export interface Looked<Item> {
  readonly found: readonly Item[];
  /** Whether everything was looked at that might belong to the slice, or enough was found. */
  readonly isEnough: boolean;
  /** The last ticket that was looked at, when there are more behind it that nobody has looked at. */
  readonly edge: TicketPlace | null;
  /** How many tickets the whole list has, when that came to be known. */
  readonly total: number | null;
}

/** What is fetched of the tickets that a step finds, and what is made of it. */
interface Fetching<Row, Item> {
  readonly fetched: Fetched;
  readonly toItem: (row: Row) => Item;
}

const TICKETS: Fetching<TicketRow, Ticket> = { fetched: 'ticket', toItem: toTicket };
const CANDIDATES: Fetching<CandidateRow, SearchCandidate> = { fetched: 'candidate', toItem: toCandidate };

/** The steps of a search, each bounded; they are asked one after another. */
@Injectable()
export class TicketSearchRepository {
  /** The tickets of a slice that have the words, as far as a step finds them. */
  tickets(ask: Ask, slice: TicketSlice, text: SearchText, step: SearchStep): Promise<Looked<Ticket>> {
    return this.look(ask, { slice, text, step }, TICKETS);
  }

  /** The same before their texts are read. */
  candidates(ask: Ask, slice: TicketSlice, text: SearchText, step: SearchStep): Promise<Looked<SearchCandidate>> {
    return this.look(ask, { slice, text, step }, CANDIDATES);
  }

  /** Those of some candidates that read as the terms do, in the order given. */
  async read(ask: Ask, candidates: readonly SearchCandidate[], text: SearchText): Promise<Ticket[]> {
    const ids = candidates.map(({ id }) => id);
    const tickets = (await ask<TicketRow>(readCandidates(ids, text))).map(toTicket);
    return tickets.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  }

  /** How many tickets have the words, as far as a step counts. */
  async countHits(ask: Ask, query: TicketQuery, text: SearchText, step: SearchStep): Promise<TicketCount> {
    const statement =
      step.by === 'walk' ? countWalked(query, text, step.depth, COUNT_LIMIT + 1) : countIndexed(query, text, step);
    const [row] = await ask<{ count: number; exact: boolean }>(statement);
    const count = row?.count ?? 0;
    return { count: Math.min(count, COUNT_LIMIT), countExact: (row?.exact ?? true) && count <= COUNT_LIMIT };
  }

  private async look<Row extends { readonly id: string }, Item>(
    ask: Ask,
    { slice, text, step }: { readonly slice: TicketSlice; readonly text: SearchText; readonly step: SearchStep },
    { fetched, toItem }: Fetching<Row, Item>,
  ): Promise<Looked<Item>> {
    if (step.by === 'index') {
      const rows = await ask<With<Row, IndexedRow>>(indexed(slice, text, step, fetched));
      const total = rows[0]?.total ?? null;
      return { found: itemsOf(rows, toItem), isEnough: total !== null, edge: null, total };
    }
    const rows = await ask<With<Row, WalkedRow>>(walked(slice, text, step.depth, fetched));
    const found = itemsOf(rows, toItem);
    const isFull = found.length >= slice.limit;
    const isAll = !isFull && (rows[0]?.looked_through ?? 0) < step.depth;
    return {
      found,
      isEnough: isFull || isAll,
      edge: isFull || isAll ? null : edgeOf(rows[0]),
      total: isAll && slice.after === null ? found.length : null,
    };
  }
}

function itemsOf<Row extends { readonly id: string }, Item>(
  rows: readonly (Row | { readonly id: null })[],
  toItem: (row: Row) => Item,
): Item[] {
  return rows.filter((row): row is Row => row.id !== null).map(toItem);
}

function edgeOf(row: WalkedRow | undefined): TicketPlace | null {
  if (!row?.edge_id) return null;
  const { edge_id: id, edge_created_at: createdAt, edge_updated_at: updatedAt, edge_priority: priority } = row;
  return { id: Number(id), createdAt, updatedAt, priority };
}

function toCandidate(row: CandidateRow): SearchCandidate {
  const { id, created_at: createdAt, updated_at: updatedAt, priority, size } = row;
  return { id: Number(id), createdAt, updatedAt, priority, size };
}
