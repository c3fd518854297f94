/** Tickets for each value of a field; a value that no ticket has is there with zero. */
export type Breakdown = Readonly<Record<string, number>>;

/** Tickets that fell on one UTC day, `YYYY-MM-DD`. */
export interface DayCount {
  readonly date: string;
  readonly count: number;
}

export interface Stats {
  readonly total: number;
  readonly averagePerDay: number;
  readonly priority: Breakdown;
  readonly category: Breakdown;
  readonly status: Breakdown;
  readonly createdPerDay: readonly DayCount[];
  readonly resolvedPerDay: readonly DayCount[];
}
