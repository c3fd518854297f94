import { ApiProperty } from '@nestjs/swagger';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { SUGGESTION_SOURCES, type SuggestionSource } from '../../suggestions/domain/suggestion-source.ts';
import type { RecordedAnswer } from '../domain/answer.ts';

const confidence = { type: Number, nullable: true, minimum: 0, maximum: 1 } as const;
const confidenceDescription = 'From 0 to 1, as the model states it; null when it states none.';
const reasonsDescription = 'Up to three excerpts of at most 80 characters, the most telling first.';

/** How sure the classifier is of each value. */
export class ConfidenceDto {
  @ApiProperty({ ...confidence, example: 0.58, description: confidenceDescription })
  category: number | null;

  @ApiProperty({ ...confidence, example: 0.91, description: confidenceDescription })
  priority: number | null;
}

/** The words of the ticket that decided each value, as they stand there. */
export class ReasonsDto {
  @ApiProperty({ type: [String], maxItems: 3, example: ['invoices', 'unpaid'], description: reasonsDescription })
  category: string[];

  @ApiProperty({
    type: [String],
    maxItems: 3,
    example: ['every customer', '20 minutes late'],
    description: reasonsDescription,
  })
  priority: string[];
}

/** What the desk suggests. When the LLM fails it is general and medium, with a notice. */
export class SuggestionDto {
  @ApiProperty({
    format: 'uuid',
    example: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69',
    description: 'Send it with the ticket, so that what was chosen is kept beside what was suggested.',
  })
  suggestion_id: string;

  @ApiProperty({ example: 'billing', description: 'The key of an active category.' })
  suggested_category: string;

  @ApiProperty({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    example: 'high',
    description: 'How urgent it is.',
  })
  suggested_priority: TicketPriority;

  @ApiProperty({ type: ConfidenceDto, description: 'How sure the model is.' })
  confidence: ConfidenceDto;

  @ApiProperty({
    enum: SUGGESTION_SOURCES,
    enumName: 'SuggestionSource',
    example: 'llm',
    description: '`default` when there is no suggestion and the defaults are filled in.',
  })
  source: SuggestionSource;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'gpt-4o-mini',
    description: 'The model that suggested; null when there is no suggestion.',
  })
  model: string | null;

  @ApiProperty({
    type: ReasonsDto,
    description: 'What in the ticket decided; empty lists when no words in particular did.',
  })
  reasons: ReasonsDto;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Why there is no suggestion, for people; null when there is one.',
  })
  notice: string | null;

  static of(suggestion: RecordedAnswer): SuggestionDto {
    return {
      suggestion_id: suggestion.id,
      suggested_category: suggestion.category,
      suggested_priority: suggestion.priority,
      confidence: { ...suggestion.confidence },
      source: suggestion.source,
      model: suggestion.source === suggestion.asked.source ? suggestion.asked.model : null,
      reasons: { category: [...suggestion.reasons.category], priority: [...suggestion.reasons.priority] },
      notice: suggestion.notice,
    };
  }
}
