import type { Category, Stats } from '../api/model';
import type { Bar } from '../ui/chart/bar';
import { shareText } from '../ui/numbers';
import type { TicketSet } from './dashboard-choices';
import { PRIORITIES, UNRESOLVED_STATUSES, type ValueOption, categoryOption, priorityOption } from '../ui/vocabulary';

/** How the address of the list names a set. */
const OF_SET = { all: {}, unresolved: { status: UNRESOLVED_STATUSES.join(',') } } as const;

/** The most urgent first, all four of them. */
export function priorityBars(stats: Stats, set: TicketSet): readonly Bar[] {
  const options = PRIORITIES.map((value) => priorityOption(value)).reverse();
  return toBars(options, countsOf(stats, set).priority, set);
}

/**
 * The categories with most tickets first. A retired one stands here as long as tickets have it. What `shown`
 * names keeps its place, so that no bar moves under a person's finger when the figures are asked again.
 */
export function categoryBars(
  stats: Stats,
  set: TicketSet,
  categories: readonly Category[],
  shown: readonly string[],
): readonly Bar[] {
  const known = new Map(categories.map((category) => [category.key, category]));
  const counts = countsOf(stats, set).category;
  const place = new Map(shown.map((key, index) => [key, index]));
  const options = Object.keys(counts)
    .filter((key) => (counts[key] ?? 0) > 0 || known.get(key)?.active !== false)
    .map((key) => known.get(key) ?? { key, label: key })
    .sort(
      (a, b) =>
        (place.get(a.key) ?? shown.length) - (place.get(b.key) ?? shown.length) ||
        (counts[b.key] ?? 0) - (counts[a.key] ?? 0),
    )
    .map((category) => categoryOption(category));
  return toBars(options, counts, set);
}

function countsOf(stats: Stats, set: TicketSet): Record<'priority' | 'category', Readonly<Record<string, number>>> {
  return set === 'all'
    ? { priority: stats.priority_breakdown, category: stats.category_breakdown }
    : { priority: stats.unresolved_priority_breakdown, category: stats.unresolved_category_breakdown };
}

function toBars(
  options: readonly ValueOption[],
  counts: Readonly<Record<string, number>>,
  set: TicketSet,
): readonly Bar[] {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const longest = Math.max(...Object.values(counts), 1);
  return options.map((option) => {
    const count = counts[option.value] ?? 0;
    return {
      option,
      count,
      share: shareText(count, all),
      length: (100 * count) / longest,
      tone: option.kind === 'priority' ? option.value : null,
      link: { path: '/tickets', query: { ...OF_SET[set], [option.kind]: option.value } },
    };
  });
}
