import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { Text } from '../../common/validation/text.decorator.ts';
import { REASON_MAX } from '../../tickets/redaction/domain/redaction.ts';

/** Why something is removed for good. */
export class RemovalReasonDto {
  @ApiProperty({
    example: 'It held the number of a credit card.',
    minLength: 1,
    maxLength: REASON_MAX,
    description: 'Why, to be kept and shown in the place of what was removed: without its words.',
  })
  @IsString({ message: 'Reason must be text.' })
  @Text('Reason', { max: REASON_MAX })
  reason: string;
}
