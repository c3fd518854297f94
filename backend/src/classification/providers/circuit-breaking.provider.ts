import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  isBrokenCircuitError,
} from 'cockatiel';
import type { BreakerState } from '../domain/breaker-state.ts';
import { isOutage } from '../domain/failure-reason.ts';
import { SuggesterFailure } from '../domain/suggester-failure.ts';
import type { CallLog, LlmProvider, PatientLlmProvider } from '../llm-provider.ts';
import type { SuggestionRequest } from '../suggester.ts';

const FAILURES_TO_OPEN = 5;
const PAUSE_MS = 30_000;

const nobodyLeaves = new AbortController().signal;

/**
 * Leaves an LLM alone once it has failed five times in a row, so that an outage costs each caller milliseconds instead of
 * the whole deadline. After 30 seconds one request goes through; by its outcome the LLM is used again or left alone for
 * another 30. Only outages count (see `isOutage`): any answer, usable or not, shows that the LLM is there, and a client
 * that goes away shows nothing. An answer that comes when nobody waits for it any more shows it too: the LLM is used again.
 */
export class CircuitBreakingProvider implements LlmProvider {
  private readonly provider: LlmProvider;
  private readonly breaking: CircuitBreakerPolicy;
  private readonly failures = new ConsecutiveBreaker(FAILURES_TO_OPEN);

  constructor(provider: PatientLlmProvider) {
    this.provider = provider;
    this.breaking = circuitBreaker(
      handleWhenResult((outcome) => outcome instanceof SuggesterFailure && isOutage(outcome.reason)),
      { halfOpenAfter: PAUSE_MS, breaker: this.failures },
    );
    provider.onLateAnswer(() => {
      this.close();
    });
  }

  get model(): string | null {
    return this.provider.model;
  }

  get promptVersion(): string | null {
    return this.provider.promptVersion;
  }

  get configured(): boolean {
    return this.provider.configured;
  }

  get notTaken(): readonly string[] {
    return this.provider.notTaken;
  }

  get breaker(): BreakerState {
    if (this.breaking.state === CircuitState.HalfOpen) return 'half_open';
    return this.breaking.state === CircuitState.Closed ? 'closed' : 'open';
  }

  /** @throws SuggesterFailure `circuit_open` while the LLM is left alone, besides what the provider throws. */
  async classify(request: SuggestionRequest, signal: AbortSignal, calls: CallLog): Promise<unknown> {
    // The policy would let everyone wait for the outcome of the one request that goes through.
    if (this.breaking.state === CircuitState.HalfOpen) throw new SuggesterFailure('circuit_open');
    // That request decides for everyone, so it is carried through even when its own client goes away.
    const patience = this.breaking.state === CircuitState.Open ? nobodyLeaves : signal;
    const outcome = await this.attempt(request, patience, calls);
    if (outcome instanceof SuggesterFailure) throw outcome;
    return outcome;
  }

  /** The policy closes by itself only; what it does let go of is a hold. */
  private close(): void {
    this.failures.success();
    this.breaking.isolate().dispose();
  }

  /** A failure comes back as a value: to the policy an exception is neither success nor failure. */
  private async attempt(request: SuggestionRequest, signal: AbortSignal, calls: CallLog): Promise<unknown> {
    try {
      return await this.breaking.execute(() => this.provider.classify(request, signal, calls).catch(failureAsValue));
    } catch (error) {
      if (isBrokenCircuitError(error)) return new SuggesterFailure('circuit_open');
      throw error;
    }
  }
}

function failureAsValue(error: unknown): SuggesterFailure {
  if (error instanceof SuggesterFailure) return error;
  throw error;
}
