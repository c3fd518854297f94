import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsString, MaxLength } from 'class-validator';
import { Choice, Choices, CommaSeparated, Omittable } from '../../common/validation/choice.decorator.ts';
import { PageQueryDto, PageSize } from '../../common/validation/page-query.dto.ts';
import type { AskedAssignee } from '../domain/asked-assignee.ts';
import { COUNTED, type Counted } from '../domain/ticket-page.ts';
import { SEARCH_MAX } from '../domain/ticket-search.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { TICKET_SORTS, type TicketSort } from '../domain/ticket-sort.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../vocabulary/ticket-status.ts';
import { TRIAGE_STATES, type TicketTriage } from '../../vocabulary/ticket-triage.ts';
import { Assignees } from './assignee.decorator.ts';
import { AroundTicket, TICKET_NUMBERS_MAX, TicketNumbers } from './ticket-numbers.decorator.ts';

const anyOf = 'Any of several: repeat the parameter or separate the values by commas.';
const PAGE_SIZE = 20;
const searchHelp =
  'Every word must occur in title, description, messages (notes among them), or names and addresses of who asks and who ' +
  'follows, in any order, without regard to case, accents and characters that ' +
  'nobody sees; a word may be unfinished (`refu` finds *refund*) or, from four letters on, part of another. "Quotation ' +
  'marks" hold a phrase together, `#123` finds that ticket, `123` that ticket first, everything else is taken literally.';

/** Which tickets to list. All filters must hold. */
export class ListTicketsDto extends PageQueryDto {
  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'integer', minimum: 1 },
    maxItems: TICKET_NUMBERS_MAX,
    description: `Numbers of tickets, like \`42,43\`; no others are looked at, and those that do not exist are left out. ${anyOf}`,
  })
  @TicketNumbers()
  id?: number[];

  @ApiPropertyOptional({
    enum: TICKET_STATUSES,
    enumName: 'TicketStatus',
    isArray: true,
    description: anyOf,
  })
  @Omittable()
  @Choices('Status', TICKET_STATUSES)
  status?: TicketStatus[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: 50,
    description: `Keys of categories, like \`billing\`. ${anyOf}`,
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
  })
  @Omittable()
  @Choices('Priority', TICKET_PRIORITIES)
  priority?: TicketPriority[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: 50,
    description:
      'Ids of users, `me` for your own tickets, `none` for those that nobody works on, `inactive` for those of people who ' +
      `have left, on which nobody can work. ${anyOf}`,
  })
  @Assignees()
  assignee?: AskedAssignee[];

  @ApiPropertyOptional({
    enum: TRIAGE_STATES,
    description:
      'Those that nobody has sorted. Their category and priority are only filled in, so without this no filter by category ' +
      'or priority finds them.',
  })
  @Omittable()
  @Choice('Triage', TRIAGE_STATES)
  triage?: TicketTriage;

  @ApiPropertyOptional({ maxLength: SEARCH_MAX, description: searchHelp })
  @Omittable()
  @MaxLength(SEARCH_MAX, { message: `Search must be at most ${String(SEARCH_MAX)} characters long.` })
  @IsString({ message: 'Search must be given once.' })
  search?: string;

  @ApiPropertyOptional({
    enum: TICKET_SORTS,
    enumName: 'TicketSort',
    default: 'newest',
    example: 'newest',
    description:
      'By when they were written, by when they last changed, or by priority and then the oldest first. A cursor belongs ' +
      'to its order.',
  })
  @Omittable()
  @Choice('Sort', TICKET_SORTS)
  sort: TicketSort = 'newest';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description:
      'Instead of a cursor: the number of a ticket. The page lies around its place, whether it passes the filters or ' +
      'not, and goes on in both directions. Where there is no such ticket it is the first page.',
  })
  @AroundTicket()
  around?: number;

  @ApiPropertyOptional({
    enum: COUNTED,
    default: 'true',
    description:
      'With `false` nothing is counted for this answer, which makes a search quicker: `count` is then how many are on ' +
      'this page, and exact when they are all.',
  })
  @Omittable()
  @Choice('Count', COUNTED)
  count: Counted = 'true';

  @PageSize(PAGE_SIZE)
  override limit = PAGE_SIZE;
}
