import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Omittable } from '../../../common/validation/choice.decorator.ts';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { TicketDto } from '../../dto/ticket.dto.ts';

const DEFAULT_SIZE = 50;
const MAX_SIZE = 100;
/** The greatest integer of the database. */
const MAX_SEED = 2_147_483_647;

/** How many tickets to draw, and by which lot. */
export class TriageDrawDto {
  @ApiPropertyOptional({
    ...{ type: 'integer', minimum: 1, maximum: MAX_SIZE, default: DEFAULT_SIZE, example: DEFAULT_SIZE },
    description: 'How many at most.',
  })
  @Omittable()
  @WholeNumber('Size', 1, MAX_SIZE)
  size = DEFAULT_SIZE;

  @ApiPropertyOptional({
    ...{ type: 'integer', minimum: 0, maximum: MAX_SEED, example: 4711 },
    description: 'The same number draws the same tickets as long as nothing changes. Left out, every draw is another.',
  })
  @Omittable()
  @WholeNumber('Seed', 0, MAX_SEED)
  seed?: number;
}

export class DrawnTicketsDto {
  @ApiProperty({ type: [TicketDto], description: 'The most urgent first; empty when no ticket waits.' })
  results: TicketDto[];

  static of(tickets: readonly Ticket[]): DrawnTicketsDto {
    return { results: tickets.map((ticket) => TicketDto.of(ticket)) };
  }
}
