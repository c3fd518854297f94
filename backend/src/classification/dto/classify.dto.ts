import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Omittable, OmittableOrNull } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { DESCRIPTION_MAX, TITLE_MAX } from '../../vocabulary/ticket-text.ts';

/** The text of a ticket as far as it is written. */
export class ClassifyDto {
  @ApiPropertyOptional({
    example: 'Webhooks 20 minutes late, invoices show as unpaid',
    maxLength: TITLE_MAX,
    description: 'The title, if there is one yet.',
  })
  @OmittableOrNull()
  @Text('Title', { max: TITLE_MAX, singleLine: true, optional: true })
  title?: string;

  @ApiProperty({
    example: 'Since about 07:30 UTC our payment webhooks arrive 20 minutes late.',
    minLength: 1,
    maxLength: DESCRIPTION_MAX,
    description: 'What the customer wrote.',
  })
  @Text('Description', { max: DESCRIPTION_MAX })
  description: string;

  @ApiPropertyOptional({
    example: false,
    description:
      'Whether the desk may keep its suggestion from sight for a small random share of tickets (a setting of the desk), to ' +
      'learn what people choose without it. The web app sends it for new tickets; leave it out to get every suggestion.',
  })
  @Omittable()
  @IsBoolean({ message: 'Hideable must be true or false.' })
  hideable?: boolean;
}
