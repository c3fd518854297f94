import { ApiProperty } from '@nestjs/swagger';
import { SuggestionDto } from '../../suggestions/dto/suggestion.dto.ts';
import type { TicketDetail } from '../domain/ticket.ts';
import { TicketDto } from './ticket.dto.ts';

/** A ticket with what belongs to it. */
export class TicketDetailDto extends TicketDto {
  @ApiProperty({
    type: [Number],
    maxItems: 100,
    example: [],
    description: 'The numbers of the tickets that were closed as duplicates of this one: the first hundred.',
  })
  duplicates: number[];

  @ApiProperty({
    type: SuggestionDto,
    nullable: true,
    description:
      'While `triage` is `pending`: what the desk suggests, beside the values that are filled in. It comes moments after ' +
      'the ticket; null until then, and once somebody has decided.',
  })
  suggestion: SuggestionDto | null;

  static override of(ticket: TicketDetail): TicketDetailDto {
    const { duplicates, suggestion } = ticket;
    return Object.assign(TicketDto.of(ticket), {
      duplicates: [...duplicates],
      suggestion: suggestion && SuggestionDto.of(suggestion),
    });
  }
}
