import type { Category } from '../../categories/category.ts';
import type { Judgement } from '../../suggestions/domain/suggestion.ts';
import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';

const DEFAULT_CATEGORY = 'general';
const DEFAULT_PRIORITY: TicketPriority = 'medium';

/** `general`, or, where that has been retired, the first active category by position. */
export function defaultCategory(active: readonly Category[]): string {
  if (active.some(({ key }) => key === DEFAULT_CATEGORY)) return DEFAULT_CATEGORY;
  const [first] = active.toSorted((one, other) => one.position - other.position);
  return first?.key ?? DEFAULT_CATEGORY;
}

/** What is filled in when nobody judges the ticket; it claims nothing. */
export function defaultJudgement(active: readonly Category[]): Judgement {
  return {
    category: defaultCategory(active),
    priority: DEFAULT_PRIORITY,
    confidence: { category: null, priority: null },
    reasons: { category: [], priority: [] },
  };
}
