import { judges } from '../../suggestions/domain/suggestion-source.ts';
import type { Judgement, SuggestedBy, Suggestion } from '../../suggestions/domain/suggestion.ts';
import { type FailureReason, noticeFor } from './failure-reason.ts';

/** A suggestion as a person gets it. A notice tells why there is none and the defaults are filled in. */
export interface Answer extends Suggestion {
  readonly failureReason: FailureReason | null;
  readonly notice: string | null;
  /** What the server of the LLM said of its failure, fit to be shown to an admin. Nobody keeps it. */
  readonly serverWords: string | null;
}

/** An answer that is kept in the ledger, under this id. */
export interface RecordedAnswer extends Answer {
  readonly id: string;
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
 * What the chain came to: the judgement, and who gave it. Values that are no judgement stand in for the first that failed,
 * and the answer tells of that one.
 */
export function answerOf(judgement: Judgement, given: Attempt, failed: readonly FailedAttempt[]): Answer {
  const { source } = given.by;
  const { category, priority, confidence, reasons } = judgement;
  const [missing] = judges(source) ? [] : failed;
  return {
    ...{ category, priority, confidence, reasons, source },
    ...attempted(missing ?? given),
    failureReason: missing?.reason ?? null,
    notice: missing ? noticeFor(missing.reason) : null,
    serverWords: missing?.serverWords ?? null,
  };
}

function attempted({ by: { source, model, version }, latencyMs }: Attempt): Pick<Answer, 'asked' | 'latencyMs'> {
  return { asked: { source, model, version }, latencyMs };
}
