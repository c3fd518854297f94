import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto, PageSize } from '../../common/validation/page-query.dto.ts';
import type { TicketEventPage } from '../domain/ticket-event.ts';
import { encodeVersionCursor } from '../domain/version-cursor.ts';
import { TicketEventDto } from './ticket-event.dto.ts';

const PAGE_SIZE = 100;

/** Which part of a history to read. */
export class ListTicketEventsDto extends PageQueryDto {
  @PageSize(PAGE_SIZE)
  override limit = PAGE_SIZE;

  @ApiPropertyOptional({ type: String })
  declare cursor?: string;
}

/** One page of the history of a ticket. */
export class TicketEventListDto {
  @ApiProperty({ type: [TicketEventDto], description: 'Oldest first.' })
  results: TicketEventDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'The `cursor` of the next page; null on the last.',
  })
  next_cursor: string | null;

  static of({ events, next }: TicketEventPage): TicketEventListDto {
    return {
      results: events.map((event) => TicketEventDto.of(event)),
      next_cursor: next === null ? null : encodeVersionCursor(next),
    };
  }
}
