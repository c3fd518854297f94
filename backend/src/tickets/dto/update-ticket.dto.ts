import { ApiPropertyOptional } from '@nestjs/swagger';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { DESCRIPTION_MAX, TITLE_MAX } from '../../vocabulary/ticket-text.ts';
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
}
