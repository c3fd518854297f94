import { ApiProperty } from '@nestjs/swagger';
import type { ConfirmedTicket } from '../../../learning/domain/confirmed-ticket.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../../vocabulary/ticket-priority.ts';

/** A ticket that a person has sorted, as it is now. */
export class NearestTicketDto {
  @ApiProperty({ type: 'integer', example: 118, description: 'Its number.' })
  id: number;

  @ApiProperty({ example: 'Charged twice for March', description: 'Its title, which may be empty.' })
  title: string;

  @ApiProperty({ example: 'billing', description: 'The key of its category.' })
  category: string;

  @ApiProperty({ enum: TICKET_PRIORITIES, example: 'high', description: 'Its priority.' })
  priority: TicketPriority;

  static of({ id, text: { title }, category, priority }: ConfirmedTicket): NearestTicketDto {
    return { id, title, category, priority };
  }
}

/** The confirmed tickets that were nearest to the one that was judged. */
export class NearestTicketsDto {
  @ApiProperty({
    type: [NearestTicketDto],
    nullable: true,
    description: 'At most four, the nearest first, without those that are gone; null where nobody has looked for any.',
  })
  tickets: NearestTicketDto[] | null;

  static of(tickets: readonly ConfirmedTicket[] | null): NearestTicketsDto {
    return { tickets: tickets?.map((ticket) => NearestTicketDto.of(ticket)) ?? null };
  }
}
