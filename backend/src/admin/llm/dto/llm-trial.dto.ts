import { ApiProperty, OmitType } from '@nestjs/swagger';
import { FAILURE_REASONS } from '../../../classification/domain/failure-reason.ts';
import type { Trial } from '../../../classification/suggestion-trials.service.ts';
import { NO_RECORD, shownSuggestion } from '../../../suggestions/domain/shown-suggestion.ts';
import { SuggestionDto } from '../../../suggestions/dto/suggestion.dto.ts';

/** What the desk would suggest for a text, and what happened behind it. */
export class LlmTrialDto extends OmitType(SuggestionDto, [
  ...(['suggestion_id', 'hidden', 'record', 'confirmed', 'option_reasons', 'known_words', 'language'] as const),
]) {
  @ApiProperty({ type: 'integer', minimum: 0, example: 820, description: 'How many milliseconds it took.' })
  latency_ms: number;

  @ApiProperty({
    type: String,
    enum: [...FAILURE_REASONS, null],
    nullable: true,
    example: null,
    description: 'Why there is no suggestion; null when there is one.',
  })
  failure_reason: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    maxLength: 300,
    example: null,
    description:
      "What the LLM's server itself said of its failure, without keys and without words of the ticket; null when it said nothing.",
  })
  server_message: string | null;

  static of({ answer, measured }: Trial): LlmTrialDto {
    const shown = SuggestionDto.of(shownSuggestion(answer, '', NO_RECORD));
    return {
      suggested_category: shown.suggested_category,
      suggested_priority: shown.suggested_priority,
      confidence: shown.confidence,
      source: shown.source,
      model: shown.model,
      reasons: shown.reasons,
      notice: shown.notice,
      options: shown.options,
      measured,
      abstained: shown.abstained,
      abstained_because: shown.abstained_because,
      latency_ms: answer.latencyMs,
      failure_reason: answer.failureReason,
      server_message: answer.serverWords,
    };
  }
}
