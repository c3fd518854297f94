import { ApiProperty } from '@nestjs/swagger';
import { WholeNumber } from '../../common/validation/number.decorator.ts';

/** The id of a contact or an organisation in the path. */
export class ContactIdDto {
  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'Its id.' })
  @WholeNumber('Id', 1)
  id: number;
}
