/** Tickets for each value of a field; a value that no ticket has is there with zero. */
export type Breakdown = Readonly<Record<string, number>>;

/** Tickets that fell on one day, `YYYY-MM-DD`. */
export interface DayCount {
  readonly date: string;
  readonly count: number;
}

/** What the database counts. */
export interface StatsCounts {
  readonly total: number;
  /** When the first ticket was written; null while there is none. */
  readonly first: Date | null;
  /** Unresolved ones that nobody works on. */
  readonly unassigned: number;
  /** Those that nobody has sorted: in no breakdown by category or priority. */
  readonly pending: number;
  readonly status: Breakdown;
  readonly priority: Breakdown;
  readonly category: Breakdown;
  readonly unresolvedPriority: Breakdown;
  readonly unresolvedCategory: Breakdown;
  /** For each of the days that were asked for. */
  readonly created: readonly number[];
  readonly resolved: readonly number[];
}

/** The figures at one moment, by the days of one time zone. */
export interface Stats extends Omit<StatsCounts, 'first' | 'created' | 'resolved'> {
  readonly asOf: Date;
  readonly timeZone: string;
  readonly averagePerDay: number;
  readonly createdPerDay: readonly DayCount[];
  readonly resolvedPerDay: readonly DayCount[];
}
