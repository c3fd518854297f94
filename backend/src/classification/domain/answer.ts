import { noticeOfAbstention } from '../../suggestions/domain/abstention.ts';
import type { Judgement, SuggestedBy, Suggestion, Verdicts } from '../../suggestions/domain/suggestion.ts';
import { type FailureReason, noticeFor } from './failure-reason.ts';

/** A suggestion, and what happened behind it. A notice tells why there is none, or who stands in for the one who failed. */
export interface Answer extends Suggestion {
  readonly failureReason: FailureReason | null;
  /** What the server of the LLM said of its failure, fit to be shown to an admin. Nobody keeps it. */
  readonly serverWords: string | null;
}

/** Somebody was asked, and this is how long it took. */
export interface Attempt {
  readonly by: SuggestedBy;
  readonly latencyMs: number;
}

export interface FailedAttempt extends Attempt {
  readonly reason: FailureReason;
  readonly serverWords: string | null;
}

/**
 * What the chain came to: the judgement, and who gave it. Values of another source stand in for the first that failed, and
 * the answer tells of that one.
 */
export function answerOf(
  judgement: Judgement & { readonly verdicts: Verdicts },
  given: Attempt,
  failed: readonly FailedAttempt[],
): Answer {
  const { source, model, version } = given.by;
  const { category, priority, confidence, reasons, verdicts } = judgement;
  const missing = failed.slice(0, 1).find(({ by }) => by.source !== source);
  const { abstained } = verdicts.category;
  const notices = [
    ...(missing ? [noticeFor(missing.reason, source === 'default' ? 'defaults' : 'built-in')] : []),
    ...(abstained ? [noticeOfAbstention(abstained)] : []),
  ];
  return {
    ...{ category, priority, confidence, reasons, verdicts, source, by: { source, model, version } },
    ...attempted(missing ?? given),
    failureReason: missing?.reason ?? null,
    notice: notices.length > 0 ? notices.join(' ') : null,
    serverWords: missing?.serverWords ?? null,
    llmCalls: [],
  };
}

function attempted({ by: { source, model, version }, latencyMs }: Attempt): Pick<Answer, 'asked' | 'latencyMs'> {
  return { asked: { source, model, version }, latencyMs };
}
