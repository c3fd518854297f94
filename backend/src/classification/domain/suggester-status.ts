import type { SourceDay } from '../../suggestions/domain/source-day.ts';

/** How a suggester is, as far as the last day's answers tell: `unknown` when nobody has asked it. */
export const SUGGESTER_STATUSES = ['ok', 'failing', 'not_configured', 'unknown'] as const;

export type SuggesterStatus = (typeof SUGGESTER_STATUSES)[number];

/**
 * By its newest answer: one failure after a hundred answers counts as failing, until the next answer. Whether it is
 * configured is its own word about itself.
 */
export function suggesterStatus(
  { configured }: { readonly configured: boolean },
  { lastAnswerAt, lastFailureAt }: SourceDay,
): SuggesterStatus {
  if (!configured) return 'not_configured';
  if (!lastAnswerAt && !lastFailureAt) return 'unknown';
  return (lastFailureAt?.getTime() ?? 0) > (lastAnswerAt?.getTime() ?? 0) ? 'failing' : 'ok';
}
