import type { SourceDay } from '../../suggestions/domain/source-day.ts';

/**
 * How a suggester is, as far as the last day's answers tell: `unknown` when nobody has asked it, `budget_used` while it is not
 * asked because of what it has cost today.
 */
export const SUGGESTER_STATUSES = ['ok', 'failing', 'not_configured', 'budget_used', 'unknown'] as const;

export type SuggesterStatus = (typeof SUGGESTER_STATUSES)[number];

/**
 * By its newest answer: one failure after a hundred answers counts as failing, until the next answer. Whether it is
 * configured is its own word about itself.
 */
export function suggesterStatus(
  { configured }: { readonly configured: boolean },
  { lastAnswerAt, lastFailureAt }: SourceDay,
  usedUp = false,
): SuggesterStatus {
  if (!configured) return 'not_configured';
  if (usedUp) return 'budget_used';
  if (!lastAnswerAt && !lastFailureAt) return 'unknown';
  return (lastFailureAt?.getTime() ?? 0) > (lastAnswerAt?.getTime() ?? 0) ? 'failing' : 'ok';
}
