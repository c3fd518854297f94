import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Choice, Omittable } from '../../../common/validation/choice.decorator.ts';
import type { BulkAction, BulkOrder, BulkSelection } from '../domain/bulk-run.ts';
import { TicketChangesDto } from '../../dto/ticket-changes.dto.ts';
import { BulkFilterDto } from './bulk-filter.dto.ts';

const MAX_IDS = 1000;
const NUMBERS = 'Ids must be numbers of tickets.';

/** Bodies for trying it out: what can be put together from the examples of all fields would be refused. */
export const BULK_EXAMPLES = {
  preview: {
    filter: {
      summary: 'What a filter finds',
      value: {
        selection: { filter: { status: ['open'], priority: ['low'] } },
        action: { kind: 'change', changes: { status: 'in_progress' } },
      },
    },
  },
  order: {
    ids: {
      summary: 'Tickets by their numbers',
      value: {
        selection: { ids: [42, 43] },
        action: { kind: 'change', changes: { priority: 'high' } },
        expected_count: 2,
      },
    },
  },
};

/** Either some tickets by their numbers, or all that a filter finds. */
export class BulkSelectionDto {
  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'integer', minimum: 1 },
    minItems: 1,
    maxItems: MAX_IDS,
    example: [42, 43],
    description: 'Numbers of tickets; not together with a filter.',
  })
  @Omittable()
  @Max(Number.MAX_SAFE_INTEGER, { each: true, message: NUMBERS })
  @Min(1, { each: true, message: NUMBERS })
  @IsInt({ each: true, message: NUMBERS })
  @ArrayMaxSize(MAX_IDS, { message: 'Ids must hold at most 1,000 numbers; use a filter for more.' })
  @ArrayNotEmpty({ message: 'Ids must hold at least one number.' })
  @IsArray({ message: 'Ids must be a list.' })
  ids?: number[];

  @ApiPropertyOptional({ type: BulkFilterDto, description: 'All tickets that it finds; `{}` for every ticket.' })
  @Omittable()
  @ValidateNested()
  @IsObject({ message: 'Filter must be an object.' })
  @Type(() => BulkFilterDto)
  filter?: BulkFilterDto;
}

/** What shall be done with each of the tickets. */
export class BulkActionDto {
  @ApiProperty({ enum: ['change', 'delete'], example: 'change', description: 'Change fields, or delete.' })
  @Choice('Kind', ['change', 'delete'])
  kind: 'change' | 'delete';

  @ApiPropertyOptional({
    type: TicketChangesDto,
    description: 'The new values, at least one; only with `change`.',
  })
  @ValidateIf(({ kind, changes }: BulkActionDto) => kind === 'change' || changes !== undefined)
  @ValidateNested()
  @ValidateBy({
    name: 'empty',
    validator: {
      validate: (changes: unknown) => Object.values(changes ?? {}).some((value) => value !== undefined),
      defaultMessage: () => 'Changes must name at least one field.',
    },
  })
  @IsObject({ message: 'Changes must be an object.' })
  @ValidateBy({
    name: 'not_with_delete',
    validator: {
      validate: (_, args) => (args?.object as BulkActionDto | undefined)?.kind !== 'delete',
      defaultMessage: () => 'Changes go with the kind change alone.',
    },
  })
  @Type(() => TicketChangesDto)
  changes?: TicketChangesDto;
}

/** Which tickets, and what to do with them. */
export class BulkPreviewDto {
  @ApiProperty({ type: BulkSelectionDto, description: 'Either `ids` or `filter`.' })
  @ValidateNested()
  @ValidateBy({
    name: 'ids_or_filter',
    validator: {
      validate: (selection: unknown) => {
        const { ids, filter } = (selection ?? {}) as Partial<BulkSelectionDto>;
        return (ids === undefined) !== (filter === undefined);
      },
      defaultMessage: () => 'Selection takes either ids or a filter.',
    },
  })
  @IsObject({ message: 'Selection must be an object.' })
  @Type(() => BulkSelectionDto)
  selection: BulkSelectionDto;

  @ApiProperty({ type: BulkActionDto, description: 'What shall be done with each of them.' })
  @ValidateNested()
  @IsObject({ message: 'Action must be an object.' })
  @Type(() => BulkActionDto)
  action: BulkActionDto;

  static readSelection({ selection: { ids, filter } }: BulkPreviewDto): BulkSelection {
    return ids ? { ids: [...new Set(ids)] } : { filter: filter ?? {} };
  }

  static readAction({ action: { kind, changes } }: BulkPreviewDto): BulkAction {
    return kind === 'delete' ? { kind } : { kind, changes: changes ?? {} };
  }
}

/** A change of many tickets. */
export class BulkOrderDto extends BulkPreviewDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    example: 309,
    description: 'What the preview told; when it is by far another number by now, nothing is done.',
  })
  @Omittable()
  @Min(0, { message: 'Expected_count must be a whole number of at least 0.' })
  @IsInt({ message: 'Expected_count must be a whole number of at least 0.' })
  expected_count?: number;

  static read(body: BulkOrderDto): BulkOrder {
    const { expected_count: expectedCount } = body;
    const order = { selection: this.readSelection(body), action: this.readAction(body) };
    return expectedCount === undefined ? order : { ...order, expectedCount };
  }
}

/** How many tickets a selection holds. */
export class BulkCountDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 309, description: 'Counted exactly, at this moment.' })
  count: number;
}
