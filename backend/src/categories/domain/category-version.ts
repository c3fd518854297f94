import { contentVersion } from '../../common/content-version.ts';
import type { Category } from '../category.ts';

/** The version of what a change of a category may touch; its place among the others is not of it. */
export function categoryVersion({ label, description, active }: Category): number {
  return contentVersion([label, description, active]);
}
