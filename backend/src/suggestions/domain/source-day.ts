/** What became of the questions that a source was asked within the last day. Times are null when there was none. */
export interface SourceDay {
  readonly asked: number;
  readonly answered: number;
  readonly failed: number;
  readonly lastAnswerAt: Date | null;
  readonly lastFailureAt: Date | null;
}

/** A question that brought no suggestion of the source that was asked. */
export interface LoggedFailure {
  readonly at: Date;
  readonly reason: string;
  readonly model: string | null;
  readonly latencyMs: number;
}
