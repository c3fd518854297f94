import { ApiPropertyOptional } from '@nestjs/swagger';
import { OmittableOrNull } from '../../../common/validation/choice.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import { DESCRIPTION_MAX, TITLE_MAX, type TicketText } from '../../../vocabulary/ticket-text.ts';

/** The text of a ticket as far as it is written; either field may be missing. */
export class WrittenTextDto {
  @ApiPropertyOptional({
    example: 'Webhooks 20 minutes late, invoices show as unpaid',
    maxLength: TITLE_MAX,
    description: 'The title, if there is one yet.',
  })
  @OmittableOrNull()
  @Text('Title', { max: TITLE_MAX, singleLine: true, optional: true })
  title?: string;

  @ApiPropertyOptional({
    example: 'Since about 07:30 UTC our payment webhooks arrive 20 minutes late.',
    maxLength: DESCRIPTION_MAX,
    description: 'The description, if there is one yet. Of a long one the beginning is read.',
  })
  @OmittableOrNull()
  @Text('Description', { max: DESCRIPTION_MAX, optional: true })
  description?: string;

  static read({ title = '', description = '' }: WrittenTextDto): TicketText {
    return { title, description };
  }
}
