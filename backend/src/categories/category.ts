/** A place where tickets belong. A retired one (`active` false) stays on its tickets and is not offered for new ones. */
export interface Category {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly position: number;
  readonly active: boolean;
  /** The key of the category that took over its tickets; null for one that was never merged. A merged one is retired. */
  readonly mergedInto: string | null;
}

export const CATEGORY_LABEL_MAX = 80;
export const CATEGORY_DESCRIPTION_MAX = 1000;

/** A new category, as an admin describes it; without a key one is made from the label. */
export interface NewCategory {
  readonly label: string;
  readonly description: string;
  readonly key?: string;
}

/** What may be changed about a category; fields left out stay as they are. */
export type CategoryPatch = Partial<Pick<Category, 'label' | 'description' | 'active'>>;
