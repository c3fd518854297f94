import { ApiProperty } from '@nestjs/swagger';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';

/** The id of a mailbox in the path. */
export class MailboxIdDto {
  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'The id of the mailbox.' })
  @WholeNumber('Id', 1)
  id: number;
}
