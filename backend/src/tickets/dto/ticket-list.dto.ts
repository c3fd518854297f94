import { ApiProperty } from '@nestjs/swagger';
import type { MatchedPage } from '../matches/ticket-matches.service.ts';
import { ListedTicketDto } from './listed-ticket.dto.ts';

export class TicketListDto {
  @ApiProperty({ type: [ListedTicketDto], description: 'In the order asked for.' })
  results: ListedTicketDto[];

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    example: 309,
    description: 'How many tickets of the whole list match; with `count_exact` false, how many of them were counted.',
  })
  count: number;

  @ApiProperty({ example: true, description: 'False when counting stopped early: there may be more than `count`.' })
  count_exact: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'MjAyNi0wNC0yMFQwOToyMjozMS4xMjBaLzQ4MjE',
    description:
      'The `cursor` of the next page; null on the last. A page of a search may be short, or empty, and go on.',
  })
  next_cursor: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'The `cursor` of the page before; null on the first.',
  })
  previous_cursor: string | null;

  static of({ tickets, matches, count, countExact, next, previous }: MatchedPage): TicketListDto {
    return {
      results: tickets.map((ticket) => ListedTicketDto.listed(ticket, matches.get(ticket.id))),
      count,
      count_exact: countExact,
      next_cursor: next,
      previous_cursor: previous,
    };
  }
}
