import type { LlmDay } from '../../suggestions/domain/source-day.ts';

/** How the LLM is, as far as the last day's answers tell: `unknown` when nobody has asked it. */
export const LLM_STATUSES = ['ok', 'failing', 'not_configured', 'unknown'] as const;

export type LlmStatus = (typeof LLM_STATUSES)[number];

/** By its newest answer: one failure after a hundred answers counts as failing, until the next answer. */
export function llmStatus(keySet: boolean, { lastAnswerAt, lastFailureAt }: LlmDay): LlmStatus {
  if (!keySet) return 'not_configured';
  if (!lastAnswerAt && !lastFailureAt) return 'unknown';
  return (lastFailureAt?.getTime() ?? 0) > (lastAnswerAt?.getTime() ?? 0) ? 'failing' : 'ok';
}
