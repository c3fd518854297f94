import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID, ValidateIf } from 'class-validator';
import { AskedContactDto } from '../../contacts/dto/asked-contact.dto.ts';
import { Requester } from './requester.decorator.ts';
import { Choice, OmittableOrNull } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { type TicketDraft } from '../domain/ticket.ts';
import { DESCRIPTION_MAX, TITLE_MAX } from '../../vocabulary/ticket-text.ts';
import { UNDECIDED, decidedOf } from './undecided.ts';
import { AssigneeOrNobody } from './assignee.decorator.ts';

const leftOut = 'Required unless `?classify=true` leaves it to whoever sorts the ticket.';

/** A new ticket, as a person decided it. */
export class CreateTicketDto {
  @ApiProperty({
    example: 'Refund for six unused seats',
    minLength: 1,
    maxLength: TITLE_MAX,
    description: 'One line; white space around it is cut off.',
  })
  @Text('Title', { max: TITLE_MAX, singleLine: true })
  title: string;

  @ApiProperty({
    example: 'We went from 20 to 14 seats on 1 April but the invoice of 15 April still lists 20.',
    minLength: 1,
    maxLength: DESCRIPTION_MAX,
    description: 'White space around it is cut off.',
  })
  @Text('Description', { max: DESCRIPTION_MAX })
  description: string;

  @ApiPropertyOptional({
    type: String,
    example: 'billing',
    maxLength: 50,
    description: `The key of an active category; see GET /api/categories. ${leftOut}`,
  })
  @UnlessUndecided()
  @Text('Category', { max: 50, singleLine: true })
  category: string | typeof UNDECIDED;

  @ApiPropertyOptional({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    example: 'medium',
    description: `How urgent it is. ${leftOut}`,
  })
  @UnlessUndecided()
  @Choice('Priority', TICKET_PRIORITIES)
  priority: TicketPriority | typeof UNDECIDED;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    example: 3,
    description: 'The id of an active user who shall work on it; null or left out for nobody yet.',
  })
  @AssigneeOrNobody()
  assignee?: number | null;

  @ApiPropertyOptional({
    format: 'uuid',
    type: String,
    nullable: true,
    example: null,
    description:
      'The suggestion_id of the suggestion that this ticket was written with, if there was one; what was chosen is then ' +
      'kept beside it.',
  })
  @OmittableOrNull()
  @IsUUID('loose', { message: 'Suggestion_id must be a UUID.' })
  suggestion_id?: string | null;

  @ApiPropertyOptional({
    type: AskedContactDto,
    nullable: true,
    example: { name: 'Anna Berg', address: 'anna@northwind.example' },
    description: 'Who asks: `{"id"}` of a contact, or `{"name", "address"}`; null or left out when nobody is named.',
  })
  @Requester()
  requester?: AskedContactDto | null;

  static read(body: CreateTicketDto): TicketDraft {
    const { title, description, category, priority, assignee, suggestion_id, requester } = body;
    const decided = { category: decidedOf(category), priority: decidedOf(priority) };
    return {
      ticket: { title, description, ...decided, assignee: assignee ?? null },
      suggestionId: suggestion_id ?? null,
      ...(requester && { requester: AskedContactDto.read(requester) }),
    };
  }
}

/** What is left to the desk is not looked at. */
function UnlessUndecided(): PropertyDecorator {
  return ValidateIf((_, value) => value !== UNDECIDED);
}
