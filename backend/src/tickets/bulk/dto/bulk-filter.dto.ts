import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsString, MaxLength, ValidateBy } from 'class-validator';
import { anyOf } from '../../../common/validation/choice-words.ts';
import { Choice, Omittable } from '../../../common/validation/choice.decorator.ts';
import { type AskedAssignee, isAskedAssignee } from '../../domain/asked-assignee.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../../vocabulary/ticket-priority.ts';
import { TRIAGE_STATES, type TicketTriage } from '../../../vocabulary/ticket-triage.ts';
import { SEARCH_MAX, parseSearch } from '../../domain/ticket-search.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../../vocabulary/ticket-status.ts';

/** An empty list could be read as nothing or as everything, so it is refused. */
function AnyOf(label: string, ofThem: PropertyDecorator): PropertyDecorator {
  return applyDecorators(
    Omittable(),
    IsArray({ message: `${label} must be a list.` }),
    ArrayNotEmpty({ message: `${label} must name at least one value, or be left out.` }),
    ArrayMaxSize(50, { message: `${label} takes at most 50 values.` }),
    ofThem,
  );
}

function eachOf(label: string, choices: readonly string[]): PropertyDecorator {
  const message = `${label} takes ${anyOf(choices)}.`;
  return IsIn(choices, { each: true, message, context: { code: 'unknown_value' } });
}

const isAssignee = ValidateBy(
  {
    name: 'assignee',
    validator: {
      validate: isAskedAssignee,
      defaultMessage: () => 'Assignee takes ids of users, me, none and inactive.',
    },
  },
  { each: true, context: { code: 'unknown_value' } },
);

/** A search for nothing could be read as nothing or as everything, too. */
const looksForSomething = ValidateBy({
  name: 'empty',
  validator: {
    validate: (value: unknown) => typeof value !== 'string' || parseSearch(value) !== null,
    defaultMessage: () => 'Search must hold something to look for, or be left out.',
  },
});

/** Which tickets, as the list filters them. All that is given must hold; an empty filter finds every ticket. */
export class BulkFilterDto {
  @ApiPropertyOptional({
    enum: TICKET_STATUSES,
    enumName: 'TicketStatus',
    isArray: true,
    description: 'Any of these.',
    example: ['open'],
  })
  @AnyOf('Status', eachOf('Status', TICKET_STATUSES))
  status?: TicketStatus[];

  @ApiPropertyOptional({ type: [String], maxItems: 50, description: 'Keys of categories.', example: ['billing'] })
  @AnyOf('Category', IsString({ each: true, message: 'Category takes keys of categories.' }))
  category?: string[];

  @ApiPropertyOptional({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    isArray: true,
    description: 'Any of these.',
    example: ['low'],
  })
  @AnyOf('Priority', eachOf('Priority', TICKET_PRIORITIES))
  priority?: TicketPriority[];

  @ApiPropertyOptional({
    type: 'array',
    items: {
      oneOf: [
        { type: 'string', enum: ['me', 'none', 'inactive'] },
        { type: 'integer', minimum: 1 },
      ],
    },
    maxItems: 50,
    description:
      'Ids of users, `me` for your own tickets, `none` for those that nobody works on, `inactive` for those of people who have left.',
    example: ['none'],
  })
  @AnyOf('Assignee', isAssignee)
  assignee?: AskedAssignee[];

  @ApiPropertyOptional({
    enum: TRIAGE_STATES,
    description: 'Those that nobody has sorted; without this no filter by category or priority finds them.',
    example: 'pending',
  })
  @Omittable()
  @Choice('Triage', TRIAGE_STATES)
  triage?: TicketTriage;

  @ApiPropertyOptional({
    maxLength: SEARCH_MAX,
    description: 'Words that must occur, read as the list reads them.',
    example: 'refund seats',
  })
  @Omittable()
  @looksForSomething
  @MaxLength(SEARCH_MAX, { message: `Search must be at most ${String(SEARCH_MAX)} characters long.` })
  @IsString({ message: 'Search must be text.' })
  search?: string;
}
