import { ApiProperty } from '@nestjs/swagger';
import type { TicketPage } from '../domain/ticket-page.ts';
import { TicketDto } from './ticket.dto.ts';

export class TicketListDto {
  @ApiProperty({ type: [TicketDto], description: 'In the order asked for.' })
  results: TicketDto[];

  @ApiProperty({ type: 'integer', minimum: 0, example: 309, description: 'How many tickets match the filters.' })
  count: number;

  @ApiProperty({ example: true, description: 'False when there are more than `count`: counting stopped there.' })
  count_exact: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'MjAyNi0wNC0yMFQwOToyMjozMS4xMjBaLzQ4MjE',
    description: 'The `cursor` of the next page; null on the last.',
  })
  next_cursor: string | null;

  static of({ tickets, count, countExact, next }: TicketPage): TicketListDto {
    return {
      results: tickets.map((ticket) => TicketDto.of(ticket)),
      count,
      count_exact: countExact,
      next_cursor: next,
    };
  }
}
