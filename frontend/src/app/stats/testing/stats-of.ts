import type { Stats } from '../../api/model';

/** An answer of the API for specs: the desk of the mock-up unless told otherwise; its last day is 2026-04-21. */
export function statsOf(wanted: { created?: number[]; resolved?: number[] } & Partial<Stats> = {}): Stats {
  const { created = [44, 21], resolved = [38, 16], ...rest } = wanted;
  return {
    as_of: '2026-04-21T07:34:00.000Z',
    time_zone: 'Europe/Helsinki',
    total_tickets: 4827,
    open_tickets: 214,
    unresolved_tickets: 312,
    unassigned_tickets: 38,
    pending_tickets: 0,
    avg_tickets_per_day: 30,
    priority_breakdown: { low: 1206, medium: 2349, high: 1014, critical: 258 },
    category_breakdown: { billing: 1402, technical: 1883, account: 946, general: 596 },
    unresolved_priority_breakdown: { low: 98, medium: 151, high: 57, critical: 6 },
    unresolved_category_breakdown: { billing: 84, technical: 129, account: 59, general: 40 },
    status_breakdown: { open: 214, in_progress: 98, resolved: 1187, closed: 3328 },
    created_per_day: perDay(created),
    resolved_per_day: perDay(resolved),
    ...rest,
  };
}

function perDay(counts: number[]): Stats['created_per_day'] {
  const last = Date.UTC(2026, 3, 21);
  return counts.map((count, index) => {
    const time = last - (counts.length - 1 - index) * 86_400_000;
    return { date: new Date(time).toISOString().slice(0, 10), count };
  });
}
