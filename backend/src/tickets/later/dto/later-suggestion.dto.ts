import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { ConfidenceDto } from '../../../suggestions/dto/suggestion.dto.ts';
import { SUGGESTION_SOURCES, type SuggestionSource } from '../../../suggestions/domain/suggestion-source.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../../vocabulary/ticket-priority.ts';
import { TicketIdDto } from '../../dto/ticket-id.dto.ts';
import { LATER_DECISIONS, type LaterDecision, type LaterSuggestion } from '../domain/later-suggestion.ts';

const ID = '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69';

/** Values that the desk suggests of a sorted ticket, for what its customer wrote later. */
export class LaterSuggestionDto {
  @ApiProperty({ format: 'uuid', example: ID, description: 'By this it is decided on.' })
  id: string;

  @ApiProperty({ type: 'integer', minimum: 2, example: 7, description: 'The number of the message that it came of.' })
  message: number;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'billing',
    description: 'The key of another category than the ticket has; null where it suggests none.',
  })
  category: string | null;

  @ApiProperty({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    nullable: true,
    example: 'high',
    description: 'Another priority than the ticket has; null where it suggests none.',
  })
  priority: TicketPriority | null;

  @ApiProperty({ type: ConfidenceDto, description: 'How sure the desk is; null of what it does not suggest.' })
  confidence: ConfidenceDto;

  @ApiProperty({
    enum: SUGGESTION_SOURCES,
    enumName: 'SuggestionSource',
    example: 'local',
    description: 'Who suggests.',
  })
  source: SuggestionSource;

  @ApiProperty({ format: 'date-time', example: '2026-11-27T10:15:00.000Z', description: 'Since when it waits.' })
  at: string;

  static of({ at, confidence, ...suggestion }: LaterSuggestion): LaterSuggestionDto {
    return { ...suggestion, confidence: { ...confidence }, at: at.toISOString() };
  }
}

/** Which suggestion of which ticket, in the path. */
export class LaterSuggestionIdDto extends TicketIdDto {
  @ApiProperty({ format: 'uuid', example: ID, description: 'The id of what is suggested.' })
  @IsUUID(undefined, { message: 'Suggestion must be the id of one.' })
  suggestion: string;
}

/** What somebody makes of it. */
export class DecideLaterSuggestionDto {
  @ApiProperty({
    enum: LATER_DECISIONS,
    example: 'taken',
    description:
      '`taken` gives the ticket what is suggested; `left` keeps it as it is, and the same is not suggested again.',
  })
  @IsIn(LATER_DECISIONS, { message: `Decision must be one of ${LATER_DECISIONS.join(', ')}.` })
  decision: LaterDecision;
}
