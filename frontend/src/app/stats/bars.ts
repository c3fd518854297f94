import type { Category, Stats } from '../api/model';
import type { Bar } from '../ui/chart/bar';
import { shareText } from '../ui/numbers';
import { PRIORITIES, type ValueOption, categoryOption, priorityOption } from '../ui/vocabulary';

/** The most urgent first, all four of them. */
export function priorityBars(stats: Stats): readonly Bar[] {
  const options = PRIORITIES.map((value) => priorityOption(value)).reverse();
  return toBars(options, stats.priority_breakdown);
}

/**
 * The categories with most tickets first. A retired one stands here as long as tickets have it. What `shown`
 * names keeps its place, so that no bar moves under a person's finger when the figures are asked again.
 */
export function categoryBars(stats: Stats, categories: readonly Category[], shown: readonly string[]): readonly Bar[] {
  const known = new Map(categories.map((category) => [category.key, category]));
  const counts = stats.category_breakdown;
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
  return toBars(options, counts);
}

function toBars(options: readonly ValueOption[], counts: Readonly<Record<string, number>>): readonly Bar[] {
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
      link: { path: '/tickets', query: { [option.kind]: option.value } },
    };
  });
}
