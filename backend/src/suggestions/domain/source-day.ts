/** What became of the questions of the last day. Times are null when there was none. */
export interface LlmDay {
  readonly asked: number;
  readonly answered: number;
  readonly failed: number;
  readonly lastAnswerAt: Date | null;
  readonly lastFailureAt: Date | null;
}

/** A question to the LLM that brought no suggestion. */
export interface LoggedFailure {
  readonly at: Date;
  readonly reason: string;
  readonly model: string | null;
  readonly latencyMs: number;
}
