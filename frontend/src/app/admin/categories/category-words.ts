import type { AdminCategory } from '../../api/admin-model';

/** "Retired", "Merged into Technical"; null for one in use. */
export function stateWords(category: AdminCategory, label: (key: string) => string): string | null {
  if (category.active) return null;
  return category.merged_into ? `Merged into ${label(category.merged_into)}` : 'Retired';
}

/** The same keys with one of them so many places further; the same order at either end. */
export function moved(keys: readonly string[], key: string, by: number): readonly string[] {
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= keys.length) return keys;
  return keys.toSpliced(from, 1).toSpliced(to, 0, key);
}
