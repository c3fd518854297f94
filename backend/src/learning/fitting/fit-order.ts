import type { Category } from '../../categories/category.ts';
import type { LexiconChanges } from '../domain/lexicon.ts';
import type { HeldOutAnswers } from '../domain/model.ts';

/** What a new model is made for, and beside which one it is measured. */
export interface FitOrder {
  /** Those that new tickets may take. */
  readonly categories: readonly Pick<Category, 'key' | 'label' | 'description'>[];
  /** What the desk changed of the words that are shipped with it. */
  readonly lexicon: LexiconChanges;
  /** The model that answers now, and what it said of tickets that were held out of it. */
  readonly before: { readonly bytes: Uint8Array; readonly heldOut: HeldOutAnswers } | null;
}
