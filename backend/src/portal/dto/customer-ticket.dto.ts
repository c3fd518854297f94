import { ApiProperty } from '@nestjs/swagger';
import { encodeVersionCursor } from '../../tickets/domain/version-cursor.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../vocabulary/ticket-status.ts';
import type { CustomerConversation, CustomerTicket, CustomerTicketPage } from '../domain/customer-ticket.ts';
import { CustomerMessageDto } from './customer-message.dto.ts';

/** A ticket as its customer sees it. Times are UTC with milliseconds. */
export class CustomerTicketDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 42, description: 'The number of the ticket.' })
  id: number;

  @ApiProperty({ example: 'Invoice PDFs download as empty files', description: 'What it is about.' })
  title: string;

  @ApiProperty({
    enum: TICKET_STATUSES,
    enumName: 'TicketStatus',
    example: 'in_progress',
    description: 'Where it stands.',
  })
  status: TicketStatus;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was written.' })
  created_at: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-04-20T10:36:02.007Z',
    description: 'When the newest message came that the customer may read, or it was resolved or closed.',
  })
  updated_at: string;

  @ApiProperty({
    example: true,
    description: 'Whether the customer asked it who reads it. Otherwise they are in copy of it, and do not close it.',
  })
  mine: boolean;

  @ApiProperty({ example: true, description: 'Whether the newest message is an answer of the desk.' })
  answered: boolean;

  static of(ticket: CustomerTicket): CustomerTicketDto {
    return {
      ...{ id: ticket.id, title: ticket.title, status: ticket.status, mine: ticket.mine, answered: ticket.answered },
      ...{ created_at: ticket.createdAt.toISOString(), updated_at: ticket.updatedAt.toISOString() },
    };
  }
}

/** A page of tickets. */
export class CustomerTicketListDto {
  @ApiProperty({ type: [CustomerTicketDto], description: 'What they asked or follow, newest first.' })
  results: CustomerTicketDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'The `cursor` of the next page; null on the last.',
  })
  next_cursor: string | null;

  static of({ tickets, next }: CustomerTicketPage): CustomerTicketListDto {
    return { results: tickets.map((ticket) => CustomerTicketDto.of(ticket)), next_cursor: next };
  }
}

/** A ticket with a page of its conversation. */
export class CustomerConversationDto extends CustomerTicketDto {
  @ApiProperty({
    example: true,
    description:
      'Whether it takes answers. One that was closed because another says the same does not, unless that is theirs too.',
  })
  can_answer: boolean;

  @ApiProperty({
    type: [CustomerMessageDto],
    description: 'The newest, or those before the `cursor`; the newest last.',
  })
  messages: CustomerMessageDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'The `cursor` of the messages before these; null when there are none.',
  })
  next_cursor: string | null;

  static whole({ ticket, messages, next }: CustomerConversation): CustomerConversationDto {
    return Object.assign(CustomerTicketDto.of(ticket), {
      can_answer: ticket.canAnswer,
      messages: messages.map((message) => CustomerMessageDto.of(message)),
      next_cursor: next === null ? null : encodeVersionCursor(next),
    });
  }
}
