import { ApiProperty } from '@nestjs/swagger';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';
import { TicketIdDto } from '../../dto/ticket-id.dto.ts';

/** Who follows which ticket, in the path. */
export class FollowerDto extends TicketIdDto {
  @ApiProperty({ type: 'integer', example: 7, minimum: 1, description: 'The id of a contact.' })
  @WholeNumber('Contact', 1)
  contact: number;
}
