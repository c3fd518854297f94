import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Choice, Omittable } from '../../common/validation/choice.decorator.ts';
import { PageQueryDto } from '../../common/validation/page-query.dto.ts';
import { HISTORY_ORDERS, type HistoryOrder } from '../../tickets/domain/ticket-event.ts';
import { encodeVersionCursor } from '../../tickets/domain/version-cursor.ts';
import type { TimelinePage } from '../domain/timeline-entry.ts';
import { TimelineEntryDto } from './timeline-entry.dto.ts';

/** Which part of a timeline to read, and from which end. */
export class TimelineQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ type: String })
  declare cursor?: string;

  @ApiPropertyOptional({
    enum: HISTORY_ORDERS,
    enumName: 'TimelineOrder',
    default: 'oldest',
    description: 'What comes first. A cursor goes on in the order that is asked for with it.',
  })
  @Omittable()
  @Choice('Order', HISTORY_ORDERS)
  order: HistoryOrder = 'oldest';
}

/** One page of the timeline of a ticket. */
export class TimelineDto {
  @ApiProperty({ type: [TimelineEntryDto], description: 'In the order that was asked for.' })
  results: TimelineEntryDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'The `cursor` of the next page; null on the last.',
  })
  next_cursor: string | null;

  static of({ entries, next }: TimelinePage): TimelineDto {
    return {
      results: entries.map((entry) => TimelineEntryDto.of(entry)),
      next_cursor: next === null ? null : encodeVersionCursor(next),
    };
  }
}
