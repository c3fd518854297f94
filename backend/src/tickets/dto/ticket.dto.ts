import { ApiProperty } from '@nestjs/swagger';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../vocabulary/ticket-status.ts';
import { TRIAGE_STATES, type TicketTriage } from '../../vocabulary/ticket-triage.ts';
import { type Ticket } from '../domain/ticket.ts';
import { DESCRIPTION_MAX, TITLE_MAX } from '../../vocabulary/ticket-text.ts';

/** A ticket on the wire. Times are UTC with milliseconds. */
export class TicketDto {
  @ApiProperty({ type: 'integer', example: 42, minimum: 1, description: 'The number of the ticket, as in #42.' })
  id: number;

  @ApiProperty({
    example: 'Invoice PDFs download as empty files',
    minLength: 1,
    maxLength: TITLE_MAX,
    description: 'What it is about, in one line.',
  })
  title: string;

  @ApiProperty({
    example: 'Since Monday every invoice PDF we download from Settings, Invoices is 0 KB.',
    minLength: 1,
    maxLength: DESCRIPTION_MAX,
    description: 'What the customer wrote. Plain text: never show it as HTML.',
  })
  description: string;

  @ApiProperty({ example: 'technical', description: 'The key of a category; see GET /api/categories.' })
  category: string;

  @ApiProperty({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    example: 'high',
    description: 'How urgent it is.',
  })
  priority: TicketPriority;

  @ApiProperty({
    enum: TICKET_STATUSES,
    enumName: 'TicketStatus',
    example: 'in_progress',
    description: 'How far the work is.',
  })
  status: TicketStatus;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 2,
    description: 'The id of the user who wrote it; null for tickets that came with an import or the demo data.',
  })
  created_by: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 3,
    description: 'The id of the user who works on it; null when nobody does. See GET /api/users for names.',
  })
  assignee: number | null;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was written.' })
  created_at: string;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:41:02.007Z', description: 'When it last changed.' })
  updated_at: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: null,
    description: 'When the work was done: it became resolved, or closed at once. Null while there is work to do.',
  })
  resolved_at: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: null,
    description: 'When it became closed; null while it is not.',
  })
  closed_at: string | null;

  @ApiProperty({ type: 'integer', example: 2, minimum: 1, description: 'Grows with every change; also the ETag.' })
  version: number;

  @ApiProperty({
    type: String,
    enum: [...TRIAGE_STATES, null],
    nullable: true,
    example: null,
    description:
      '`pending` while nobody has sorted it: category and priority are only filled in then. Null once somebody decided.',
  })
  triage: TicketTriage | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: null,
    description: 'The number of the ticket that says the same, for which it was closed; null when it is no duplicate.',
  })
  duplicate_of: number | null;

  static of(ticket: Omit<Ticket, 'requester'>): TicketDto {
    return {
      id: ticket.id,
      title: ticket.title,
      description: ticket.description,
      category: ticket.category,
      priority: ticket.priority,
      status: ticket.status,
      created_by: ticket.createdBy,
      assignee: ticket.assignee,
      created_at: ticket.createdAt.toISOString(),
      updated_at: ticket.updatedAt.toISOString(),
      resolved_at: ticket.resolvedAt?.toISOString() ?? null,
      closed_at: ticket.closedAt?.toISOString() ?? null,
      version: ticket.version,
      triage: ticket.triage,
      duplicate_of: ticket.duplicate_of,
    };
  }
}
