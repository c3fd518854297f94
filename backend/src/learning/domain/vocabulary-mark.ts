import { createHash } from 'node:crypto';
import type { Category } from '../../categories/category.ts';

type Known = Pick<Category, 'key' | 'label' | 'description'>;

/** Stands for the categories as a model learns them: other keys, labels or descriptions give another mark, another order does not. */
export function vocabularyMark(categories: readonly Known[]): string {
  const words = categories.map(({ key, label, description }) => JSON.stringify([key, label, description]));
  return createHash('sha256').update(words.sort().join('\n')).digest('hex').slice(0, 16);
}
