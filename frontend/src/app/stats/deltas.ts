import type { Stats } from '../api/model';
import { countText, decimalText, shareText } from '../ui/numbers';
import { daysOf, totalsOf } from './days';
import type { StatsIconName } from './stats-icon-set';

/** A line under a figure that says where it is going. */
export interface Delta {
  icon: StatsIconName | null;
  /** What stands out: the number and its unit. */
  strong: string;
  rest: string;
  /** Whether it is good news, which is said by the words first. */
  good: boolean;
}

// Only what the answer itself holds is compared; it knows nothing of the time before its days.

/** How many of all tickets are new. */
export function createdDelta(stats: Stats): Delta {
  const { created } = totalsOf(daysOf(stats));
  return {
    icon: created > 0 ? 'trending_up' : 'trending_flat',
    strong: `${countText(created)} new`,
    rest: inDays(stats),
    good: false,
  };
}

/** How the pile of unresolved tickets changed: what came in less what was resolved. */
export function unresolvedDelta(stats: Stats): Delta {
  const { created, resolved } = totalsOf(daysOf(stats));
  const change = created - resolved;
  if (change === 0)
    return { icon: 'trending_flat', strong: 'As many', rest: `resolved as created ${inDays(stats)}`, good: false };
  return {
    icon: change > 0 ? 'trending_up' : 'trending_down',
    strong: `${countText(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'}`,
    rest: `created than resolved ${inDays(stats)}`,
    good: change < 0,
  };
}

/** What part of the unresolved tickets nobody works on. */
export function unassignedDelta({ unassigned_tickets: nobodys, unresolved_tickets: all }: Stats): Delta {
  return { icon: null, strong: shareText(nobodys, all), rest: 'of what is unresolved', good: false };
}

/** The average of these days beside that of all days; nothing to compare while there are no days before them. */
export function averageDelta(stats: Stats): Delta {
  const { created } = totalsOf(daysOf(stats));
  const days = stats.created_per_day.length;
  if (days === 0 || created >= stats.total_tickets) {
    return { icon: null, strong: '', rest: 'since the first ticket', good: false };
  }
  const recent = decimalText(created / days);
  const all = stats.avg_tickets_per_day;
  const same = recent === decimalText(all);
  const trend = created / days > all ? 'trending_up' : 'trending_down';
  return { icon: same ? 'trending_flat' : trend, strong: recent, rest: `in the last ${days} days`, good: false };
}

function inDays(stats: Stats): string {
  return `in ${stats.created_per_day.length} days`;
}
