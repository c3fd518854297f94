import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { Omittable } from './choice.decorator.ts';
import { WholeNumber } from './number.decorator.ts';

const DEFAULT_LIMIT = 50;

/** Which page of a list: how long, and where the page before ended. */
export class PageQueryDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: DEFAULT_LIMIT,
    example: DEFAULT_LIMIT,
    description: 'How many at once.',
  })
  @Omittable()
  @WholeNumber('Limit', 1, 100)
  limit = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    description: 'The next_cursor of the page before.',
    example: 'MjAyNi0wNC0yMFQwOToyMjozMS4xMjBaLzQ4MjE',
  })
  @Omittable()
  @IsString({ message: 'Cursor must be a next_cursor of an earlier answer.' })
  cursor?: string;
}
