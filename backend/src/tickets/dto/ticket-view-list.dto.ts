import { ApiProperty } from '@nestjs/swagger';
import { TICKET_VIEW_NAMES, type TicketView, type TicketViewCounts, queryOf } from '../domain/ticket-view.ts';

/** A name for some filters of the list. */
export class TicketViewDto {
  @ApiProperty({ enum: TICKET_VIEW_NAMES, enumName: 'TicketView', example: 'mine', description: 'Its name.' })
  name: TicketView;

  @ApiProperty({
    type: String,
    example: 'status=open,in_progress&assignee=me',
    description: 'Its filters, as `GET /api/tickets` takes them; empty for every ticket.',
  })
  query: string;

  @ApiProperty({ type: 'integer', minimum: 0, example: 24, description: 'How many tickets it holds, exactly.' })
  count: number;
}

export class TicketViewListDto {
  @ApiProperty({ type: [TicketViewDto], description: 'All views, counted at the same moment.' })
  results: TicketViewDto[];

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    example: 12,
    description: 'How many tickets nobody has sorted: `triage=pending`. The views hold them too.',
  })
  pending: number;

  static of(counts: TicketViewCounts): TicketViewListDto {
    return {
      results: TICKET_VIEW_NAMES.map((name) => ({ name, query: queryOf(name), count: counts[name] })),
      pending: counts.pending,
    };
  }
}
