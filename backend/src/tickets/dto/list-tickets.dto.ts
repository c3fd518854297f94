import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Choice, Choices, CommaSeparated, Omittable } from '../../common/validation/choice.decorator.ts';
import type { AskedAssignee } from '../domain/asked-assignee.ts';
import { SEARCH_MAX } from '../domain/ticket-search.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { TICKET_SORTS, type TicketSort } from '../domain/ticket-sort.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../vocabulary/ticket-status.ts';
import { Assignees } from './assignee.decorator.ts';
import { TICKET_NUMBERS_MAX, TicketNumbers } from './ticket-numbers.decorator.ts';

const anyOf = 'Any of several: repeat the parameter or separate the values by commas.';
const LIMIT_RANGE = 'Limit must be a whole number from 1 to 100.';
const searchHelp =
  'Every word must occur in title or description, in any order, without regard to case and accents; a word may be ' +
  'unfinished (`refu` finds *refund*). "Quotation marks" hold a phrase together, `#123` finds that ticket, everything ' +
  'else is taken literally.';

/** Which tickets to list. All filters must hold. */
export class ListTicketsDto {
  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'integer', minimum: 1 },
    maxItems: TICKET_NUMBERS_MAX,
    description: `Numbers of tickets; no others are looked at, and those that do not exist are left out. ${anyOf}`,
    example: [4821, 4822],
  })
  @TicketNumbers()
  id?: number[];

  @ApiPropertyOptional({
    enum: TICKET_STATUSES,
    enumName: 'TicketStatus',
    isArray: true,
    description: anyOf,
    example: ['open'],
  })
  @Omittable()
  @Choices('Status', TICKET_STATUSES)
  status?: TicketStatus[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: 50,
    description: `Keys of categories. ${anyOf}`,
    example: ['billing'],
  })
  @Omittable()
  @CommaSeparated()
  @IsString({ each: true, message: 'Category takes keys of categories.' })
  @ArrayMaxSize(50, { message: 'Category takes at most 50 keys.' })
  category?: string[];

  @ApiPropertyOptional({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    isArray: true,
    description: anyOf,
    example: ['high', 'critical'],
  })
  @Omittable()
  @Choices('Priority', TICKET_PRIORITIES)
  priority?: TicketPriority[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: 50,
    description: `Ids of users, \`me\` for your own tickets, \`none\` for those that nobody works on. ${anyOf}`,
    example: ['me', 'none'],
  })
  @Assignees()
  assignee?: AskedAssignee[];

  @ApiPropertyOptional({ maxLength: SEARCH_MAX, description: searchHelp, example: 'refund seats' })
  @Omittable()
  @MaxLength(SEARCH_MAX, { message: `Search must be at most ${String(SEARCH_MAX)} characters long.` })
  @IsString({ message: 'Search must be given once.' })
  search?: string;

  @ApiPropertyOptional({
    enum: TICKET_SORTS,
    enumName: 'TicketSort',
    default: 'newest',
    example: 'newest',
    description: 'By when they were written, or by when they last changed. A cursor belongs to its order.',
  })
  @Omittable()
  @Choice('Sort', TICKET_SORTS)
  sort: TicketSort = 'newest';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
    example: 20,
    description: 'How many at once.',
  })
  @Omittable()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  )
  @Max(100, { message: LIMIT_RANGE })
  @Min(1, { message: LIMIT_RANGE })
  @IsInt({ message: LIMIT_RANGE })
  limit = 20;

  @ApiPropertyOptional({
    description: 'The next_cursor of the page before.',
    example: 'MjAyNi0wNC0yMFQwOToyMjozMS4xMjBaLzQ4MjE',
  })
  @Omittable()
  @IsString({ message: 'Cursor must be a next_cursor of an earlier answer.' })
  cursor?: string;
}
