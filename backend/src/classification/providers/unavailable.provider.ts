import type { FailureReason } from '../domain/failure-reason.ts';
import { SuggesterFailure } from '../domain/suggester-failure.ts';
import type { PatientLlmProvider } from '../llm-provider.ts';

/** Stands in for an LLM that cannot be asked, and says why without any call. */
export class UnavailableProvider implements PatientLlmProvider {
  readonly model: string;
  readonly promptVersion = null;
  readonly notTaken = [];
  readonly configured: boolean;
  private readonly reason: FailureReason;

  constructor(model: string, reason: FailureReason) {
    this.model = model;
    this.configured = reason !== 'no_api_key';
    this.reason = reason;
  }

  classify(): Promise<never> {
    return Promise.reject(new SuggesterFailure(this.reason));
  }

  onLateAnswer(): void {
    // It makes no calls.
  }
}
