import { ApiProperty } from '@nestjs/swagger';
import { TicketDto } from '../../dto/ticket.dto.ts';
import type { RequesterTicketPage } from '../requester-tickets.service.ts';

export class RequesterTicketListDto {
  @ApiProperty({ type: [TicketDto], description: 'Newest first.' })
  results: TicketDto[];

  @ApiProperty({ type: String, nullable: true, example: null, description: 'The next page; null on the last.' })
  next_cursor: string | null;

  static of({ tickets, next }: RequesterTicketPage): RequesterTicketListDto {
    return { results: tickets.map((ticket) => TicketDto.of(ticket)), next_cursor: next };
  }
}
