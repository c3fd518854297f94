import type { Category } from '../category.ts';

const DEFAULT_CATEGORY = 'general';

/** `general`, or, where that has been retired, the first active category by position. */
export function defaultCategory(active: readonly Category[]): string {
  if (active.some(({ key }) => key === DEFAULT_CATEGORY)) return DEFAULT_CATEGORY;
  const [first] = active.toSorted((one, other) => one.position - other.position);
  return first?.key ?? DEFAULT_CATEGORY;
}
