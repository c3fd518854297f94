import type { Category } from '../../categories/category.ts';
import { defaultCategory } from '../../categories/domain/default-category.ts';
import type { Judgement } from '../../suggestions/domain/suggestion.ts';
import { DEFAULT_PRIORITY } from '../../vocabulary/ticket-priority.ts';

/** What is filled in when nobody judges the ticket; it claims nothing. */
export function defaultJudgement(active: readonly Category[]): Judgement {
  return {
    category: defaultCategory(active),
    priority: DEFAULT_PRIORITY,
    confidence: { category: null, priority: null },
    reasons: { category: [], priority: [] },
  };
}
