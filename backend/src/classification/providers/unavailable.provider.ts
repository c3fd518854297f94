import type { FailureReason } from '../domain/failure-reason.ts';
import { LlmFailure } from '../domain/suggester-failure.ts';
import type { LlmProvider } from '../llm-provider.ts';

/** Stands in for an LLM that cannot be asked, and says why without any call. */
export class UnavailableProvider implements LlmProvider {
  readonly model: string;
  readonly promptVersion = null;
  private readonly reason: FailureReason;

  constructor(model: string, reason: FailureReason) {
    this.model = model;
    this.reason = reason;
  }

  classify(): Promise<never> {
    return Promise.reject(new LlmFailure(this.reason));
  }
}
