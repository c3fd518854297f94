import { ApiProperty } from '@nestjs/swagger';
import { ContactCardDto } from '../../contacts/dto/contact.dto.ts';
import { SuggestionDto } from '../../suggestions/dto/suggestion.dto.ts';
import { ARRIVALS, type Arrival } from '../domain/arrival.ts';
import type { TicketDetail } from '../domain/ticket.ts';
import { LaterSuggestionDto } from '../later/dto/later-suggestion.dto.ts';
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

  @ApiProperty({
    type: LaterSuggestionDto,
    nullable: true,
    description:
      'Of a ticket that is sorted and not done: other values that the desk suggests for what the customer wrote since. It ' +
      'comes moments after the message and waits until somebody takes or leaves it; null when nothing is suggested.',
  })
  later_suggestion: LaterSuggestionDto | null;

  @ApiProperty({ type: ContactCardDto, nullable: true, description: 'Who asks; null when nobody is named.' })
  requester: ContactCardDto | null;

  @ApiProperty({ type: [ContactCardDto], description: 'Who gets a copy of what is answered.' })
  followers: ContactCardDto[];

  @ApiProperty({
    enum: [...ARRIVALS, null],
    nullable: true,
    example: null,
    description:
      'By what it came, when a customer wrote it to the desk; null when a person or a program of the desk did, and for tickets ' +
      'that came with an import or the demo data.',
  })
  arrived_by: Arrival | null;

  static override of(ticket: TicketDetail): TicketDetailDto {
    const { duplicates, suggestion, laterSuggestion, requester, followers, arrivedBy } = ticket;
    return Object.assign(TicketDto.of(ticket), {
      duplicates: [...duplicates],
      suggestion: suggestion && SuggestionDto.of(suggestion),
      later_suggestion: laterSuggestion && LaterSuggestionDto.of(laterSuggestion),
      requester: requester && ContactCardDto.of(requester),
      followers: followers.map((follower) => ContactCardDto.of(follower)),
      arrived_by: arrivedBy,
    });
  }
}
