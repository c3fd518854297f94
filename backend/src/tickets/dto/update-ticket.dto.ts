import { ApiPropertyOptional } from '@nestjs/swagger';
import { AskedContactDto } from '../../contacts/dto/asked-contact.dto.ts';
import { Choice, Omittable, OmittableOrNull } from '../../common/validation/choice.decorator.ts';
import { NumberOrNull } from '../../common/validation/number.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { DESCRIPTION_MAX, TITLE_MAX } from '../../vocabulary/ticket-text.ts';
import { TRIAGE_STATES, type TicketTriage } from '../../vocabulary/ticket-triage.ts';
import type { AskedEdit } from '../domain/ticket-change.ts';
import { Requester } from './requester.decorator.ts';
import { TicketChangesDto } from './ticket-changes.dto.ts';

/** The fields to change, at least one; those left out stay as they are. */
export class UpdateTicketDto extends TicketChangesDto {
  @ApiPropertyOptional({
    example: 'Refund for six unused seats',
    minLength: 1,
    maxLength: TITLE_MAX,
    description: 'One line; white space around it is cut off.',
  })
  @Omittable()
  @Text('Title', { max: TITLE_MAX, singleLine: true })
  title?: string;

  @ApiPropertyOptional({
    example: 'We went from 20 to 14 seats on 1 April but the invoice of 15 April still lists 20.',
    minLength: 1,
    maxLength: DESCRIPTION_MAX,
    description: 'White space around it is cut off.',
  })
  @Omittable()
  @Text('Description', { max: DESCRIPTION_MAX })
  description?: string;

  @ApiPropertyOptional({
    type: String,
    enum: [...TRIAGE_STATES, null],
    nullable: true,
    example: null,
    description:
      'Null when the ticket is sorted as it is; changing category or priority says so too. `pending` takes ' +
      'back the decision that ended its waiting, with the category and priority it had, as long as nobody has decided ' +
      'over it since; nothing is learned from what is taken back.',
  })
  @OmittableOrNull()
  @Choice('Triage', TRIAGE_STATES)
  triage?: TicketTriage | null;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    example: null,
    description:
      'The number of the ticket that says the same; this one is closed then, and when nobody has sorted it, gets the ' +
      'category and priority of that one. Not a ticket that is a duplicate itself, and not for one that has duplicates. ' +
      'Null takes it back: the ticket is again what it was before.',
  })
  @NumberOrNull('Duplicate_of must be the number of a ticket, or null.')
  duplicate_of?: number | null;

  @ApiPropertyOptional({
    type: AskedContactDto,
    nullable: true,
    example: { name: 'Anna Berg', address: 'anna@northwind.example' },
    description: 'Who asks: `{"id"}` of a contact, or `{"name", "address"}`; null for nobody.',
  })
  @Requester()
  requester?: AskedContactDto | null;

  static read({ requester, ...edit }: UpdateTicketDto): AskedEdit {
    if (requester === undefined) return edit;
    return { ...edit, requester: requester && AskedContactDto.read(requester) };
  }
}
