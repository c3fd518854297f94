import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { type Labels, Metrics } from '../metrics/metrics.ts';
import type { SuggestionSource } from '../suggestions/domain/suggestion-source.ts';
import type { Attempt } from './domain/answer.ts';
import type { SuggesterFailure } from './domain/suggester-failure.ts';

/** Tells those who run the desk what came of asking a suggester: in figures, and of failures in the log. */
@Injectable()
export class SuggesterOutcomes {
  private readonly countAnswer: (labels: Labels<'source'>) => void;
  private readonly countFailure: (labels: Labels<'source' | 'reason'>) => void;

  constructor(
    private readonly logger: PinoLogger,
    metrics: Metrics,
  ) {
    logger.setContext(SuggesterOutcomes.name);
    this.countAnswer = metrics.counter({
      name: 'desk_suggestions_total',
      help: 'Suggestions by who made them, those that admins try out among them.',
      labels: ['source'],
    });
    this.countFailure = metrics.counter({
      name: 'desk_suggester_failures_total',
      help: 'Questions that somebody had no suggestion for, so that the next one was asked, by the reason.',
      labels: ['source', 'reason'],
    });
  }

  answered(source: SuggestionSource): void {
    this.countAnswer({ source });
  }

  failed(failure: SuggesterFailure, { by: { source, model, version }, latencyMs }: Attempt): void {
    const { reason, httpStatus, errorName } = failure;
    this.countFailure({ source, reason });
    this.logger.warn(
      {
        ...{ reason, http_status: httpStatus, error_name: errorName },
        ...{ source, model, version, latency_ms: latencyMs },
      },
      'There is no suggestion from this source; the next one is asked',
    );
  }
}
