import { ApiPropertyOptional } from '@nestjs/swagger';
import { Choice, Omittable } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../vocabulary/ticket-status.ts';
import type { TicketPatch } from '../domain/ticket-change.ts';
import { AssigneeOrNobody } from './assignee.decorator.ts';

/** What one change can give to one ticket or to many; what is left out stays as it is. */
export class TicketChangesDto {
  @ApiPropertyOptional({
    enum: TICKET_STATUSES,
    enumName: 'TicketStatus',
    example: 'resolved',
    description: 'Any status may follow any other; reopening wipes `resolved_at` and `closed_at`.',
  })
  @Omittable()
  @Choice('Status', TICKET_STATUSES)
  status?: TicketStatus;

  @ApiPropertyOptional({ example: 'technical', maxLength: 50, description: 'The key of an active category.' })
  @Omittable()
  @Text('Category', { max: 50, singleLine: true })
  category?: string;

  @ApiPropertyOptional({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    example: 'critical',
    description: 'How urgent it is.',
  })
  @Omittable()
  @Choice('Priority', TICKET_PRIORITIES)
  priority?: TicketPriority;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    example: 3,
    description: 'The id of an active user who shall work on it; null for nobody.',
  })
  @AssigneeOrNobody()
  assignee?: number | null;

  /** Only what was given. */
  static patchOf({ status, category, priority, assignee }: TicketPatch): TicketPatch {
    return {
      ...(status !== undefined && { status }),
      ...(category !== undefined && { category }),
      ...(priority !== undefined && { priority }),
      ...(assignee !== undefined && { assignee }),
    };
  }
}
