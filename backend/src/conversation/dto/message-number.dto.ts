import { ApiProperty } from '@nestjs/swagger';
import { WholeNumber } from '../../common/validation/number.decorator.ts';
import { TicketIdDto } from '../../tickets/dto/ticket-id.dto.ts';

/** The number of a ticket and that of a message within it, in the path. */
export class MessageNumberDto extends TicketIdDto {
  @ApiProperty({ type: 'integer', example: 3, minimum: 1, description: 'The number of the message within the ticket.' })
  @WholeNumber('Number', 1, 2 ** 31 - 1)
  number: number;
}
