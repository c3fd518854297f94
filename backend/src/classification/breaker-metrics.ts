import { Inject, Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { Metrics } from '../metrics/metrics.ts';
import { BREAKER_STATES } from './domain/breaker-state.ts';
import { SUGGESTER_CHAIN, type SuggesterChain } from './suggester.ts';

/** Tells whether this process asks the LLM at the moment, or leaves it alone after outages. */
@Injectable()
export class BreakerMetrics {
  constructor(metrics: Metrics, { llm }: Settings, @Inject(SUGGESTER_CHAIN) [first]: SuggesterChain) {
    metrics.gauge(
      {
        name: 'desk_llm_breaker',
        help: 'Whether the LLM is asked: 1 for closed when it is, for open when it is left alone, or for half_open.',
        labels: ['provider', 'state'],
      },
      () => {
        const { breaker } = first;
        if (breaker === undefined) return [];
        return BREAKER_STATES.map((state) => [{ provider: llm.provider, state }, Number(state === breaker)] as const);
      },
    );
  }
}
