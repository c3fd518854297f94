import { Injectable } from '@nestjs/common';
import { StandbyReads } from '../database/standby-reads.ts';
import { TICKET_PRIORITIES } from '../vocabulary/ticket-priority.ts';
import { TICKET_STATUSES, UNRESOLVED_STATUSES } from '../vocabulary/ticket-status.ts';
import { COUNTS } from './stats.sql.ts';
import type { StatsCounts } from './stats.ts';

/** The days of every time zone end with quarters of an hour, by which tickets are counted. */
const QUARTER_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** How many tickets have one value of one field; the other fields are null. */
interface Cell {
  readonly status: string | null;
  readonly category: string | null;
  readonly priority: string | null;
  readonly pending: boolean;
  /** Null beside a status. */
  readonly unresolved: boolean | null;
  readonly tickets: number;
}

interface CountsRow extends Pick<StatsCounts, 'first' | 'unassigned' | 'created' | 'resolved'> {
  readonly cells: readonly Cell[];
  /** In their order, and whether each is merged into another. */
  readonly categories: readonly (readonly [key: string, merged: boolean])[] | null;
}

@Injectable()
export class StatsRepository {
  constructor(private readonly reads: StandbyReads) {}

  /** The figures at this moment; `bounds` are the beginnings of days that follow one another, and the end of the last. */
  async count(bounds: readonly Date[]): Promise<StatsCounts> {
    const times = bounds.map((bound) => bound.getTime());
    const [first = 0, last = 0] = [times[0], times.at(-1)].map((time) => Math.floor((time ?? 0) / DAY_MS));
    const days = Array.from({ length: last - first + 1 }, (_, day) => first + day);
    const parameters = [times.map((time) => time / QUARTER_MS), UNRESOLVED_STATUSES, days];
    const rows = await this.reads.query<CountsRow>({ sql: COUNTS, parameters });
    if (!rows[0]) throw new Error('The database returned no figures');
    return toCounts(rows[0]);
  }
}

/** What is only filled in is no figure of a category or priority; of merged categories only those with tickets are. */
function toCounts({ cells, categories, ...counts }: CountsRow): StatsCounts {
  const ofStatus = cells.filter(({ status }) => status !== null);
  const sorted = cells.filter(({ status, pending }) => status === null && !pending);
  const unresolved = sorted.filter((cell) => cell.unresolved);
  const byCategory = (some: readonly Cell[]): Record<string, number> => {
    const of = breakdown('category', categories?.map(([key]) => key) ?? [], some);
    const shown = categories?.filter(([key, merged]) => !merged || (of[key] ?? 0) > 0) ?? [];
    return Object.fromEntries(shown.map(([key]) => [key, of[key] ?? 0]));
  };
  return {
    ...counts,
    total: sum(ofStatus),
    pending: sum(ofStatus.filter(({ pending }) => pending)),
    status: breakdown('status', TICKET_STATUSES, ofStatus),
    priority: breakdown('priority', TICKET_PRIORITIES, sorted),
    category: byCategory(sorted),
    unresolvedPriority: breakdown('priority', TICKET_PRIORITIES, unresolved),
    unresolvedCategory: byCategory(unresolved),
  };
}

function breakdown(
  field: 'status' | 'category' | 'priority',
  values: readonly string[],
  cells: readonly Cell[],
): Record<string, number> {
  return Object.fromEntries(values.map((value) => [value, sum(cells.filter((cell) => cell[field] === value))]));
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, { tickets }) => total + tickets, 0);
}
