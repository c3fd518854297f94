import { Injectable } from '@nestjs/common';
import type { Ask } from '../database/abortable-reads.ts';
import type { TicketPriority } from '../vocabulary/ticket-priority.ts';
import type { SearchCandidate } from './domain/search-candidate.ts';
import type { TicketCount } from './domain/ticket-page.ts';
import type { TicketPlace } from './domain/ticket-place.ts';
import type { SearchText } from './domain/ticket-search.ts';
import type { Ticket } from './domain/ticket.ts';
import { type TicketRow, toTicket } from './ticket-row.ts';
import { allCandidates, countHits, nearCandidates, readCandidates } from './ticket-search.sql.ts';
import type { TicketQuery, TicketSlice } from './ticket-slice.sql.ts';

/** Counting further than this costs more than the figure is worth. */
const COUNT_LIMIT = 10_000;

interface CandidateRow {
  readonly id: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly priority: TicketPriority;
  readonly size: number;
}

interface NearRow extends CandidateRow {
  readonly looked_through: number;
  readonly edge_id: string;
  readonly edge_created_at: Date;
  readonly edge_updated_at: Date;
  readonly edge_priority: TicketPriority;
}

/** The candidates among the first tickets of a list; `edge` is the last of those looked through, null when all were. */
export interface NearCandidates {
  readonly candidates: readonly SearchCandidate[];
  readonly edge: TicketPlace | null;
}

/** The steps of a search, each bounded; they are asked one after another in one transaction. */
@Injectable()
export class TicketSearchRepository {
  /** The candidates among the `depth` first tickets that pass the filter. */
  async near(ask: Ask, slice: TicketSlice, text: SearchText, depth: number): Promise<NearCandidates> {
    const rows = await ask<NearRow>(nearCandidates(slice, text, depth));
    const [first] = rows;
    const candidates = rows.filter(({ id }) => id !== null).map(toCandidate);
    if (!first || first.looked_through < depth) return { candidates, edge: null };
    const { edge_id: id, edge_created_at: createdAt, edge_updated_at: updatedAt, edge_priority: priority } = first;
    return { candidates, edge: { id: Number(id), createdAt, updatedAt, priority } };
  }

  /** The candidates among all tickets that pass the filter, through the text index. */
  async all(ask: Ask, slice: TicketSlice, text: SearchText): Promise<SearchCandidate[]> {
    return (await ask<CandidateRow>(allCandidates(slice, text))).map(toCandidate);
  }

  /** Those of some candidates that read as the terms do, in the order given. */
  async read(ask: Ask, candidates: readonly SearchCandidate[], text: SearchText): Promise<Ticket[]> {
    const ids = candidates.map(({ id }) => id);
    const tickets = (await ask<TicketRow>(readCandidates(ids, text))).map(toTicket);
    return tickets.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  }

  /** How many tickets have the words. */
  async countHits(ask: Ask, query: TicketQuery, text: SearchText): Promise<TicketCount> {
    const [row] = await ask<{ count: number; exact: boolean }>(countHits(query, text, COUNT_LIMIT + 1));
    return { count: Math.min(row?.count ?? 0, COUNT_LIMIT), countExact: row?.exact ?? true };
  }
}

function toCandidate(row: CandidateRow): SearchCandidate {
  const { id, created_at: createdAt, updated_at: updatedAt, priority, size } = row;
  return { id: Number(id), createdAt, updatedAt, priority, size };
}
