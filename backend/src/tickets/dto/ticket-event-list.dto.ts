import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, Min } from 'class-validator';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import type { TicketEventPage } from '../domain/ticket-event.ts';
import { encodeVersionCursor } from '../domain/version-cursor.ts';
import { TicketEventDto } from './ticket-event.dto.ts';

const LIMIT_RANGE = 'Limit must be a whole number from 1 to 100.';

/** Which part of a history to read. */
export class ListTicketEventsDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 100,
    example: 100,
    description: 'How many at once.',
  })
  @Omittable()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  )
  @Max(100, { message: LIMIT_RANGE })
  @Min(1, { message: LIMIT_RANGE })
  @IsInt({ message: LIMIT_RANGE })
  limit = 100;

  @ApiPropertyOptional({ description: 'The next_cursor of the page before.', example: 'djEwMA' })
  @Omittable()
  @IsString({ message: 'Cursor must be a next_cursor of an earlier answer.' })
  cursor?: string;
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
