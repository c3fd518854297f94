import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

const message = 'Id must be the number of a ticket.';

/** The number of a ticket in the path. */
export class TicketIdDto {
  @ApiProperty({ type: 'integer', example: 42, minimum: 1, description: 'The number of the ticket.' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value,
  )
  @Max(Number.MAX_SAFE_INTEGER, { message })
  @Min(1, { message })
  @IsInt({ message })
  id: number;
}
