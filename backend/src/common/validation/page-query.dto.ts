import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { Omittable } from './choice.decorator.ts';
import { WholeNumber } from './number.decorator.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

/** Documents how long a page is when nothing else is asked for. A page of another size than most has it on its own `limit`. */
export function PageSize(size: number): PropertyDecorator {
  return ApiPropertyOptional({
    ...{ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: size, example: size },
    description: 'How many at once.',
  });
}

/** Which page of a list: how long, and where the page before ended. */
export class PageQueryDto {
  @PageSize(DEFAULT_LIMIT)
  @Omittable()
  @WholeNumber('Limit', 1, MAX_LIMIT)
  limit = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    description: 'The next_cursor of the page before.',
  })
  @Omittable()
  @IsString({ message: 'Cursor must be a next_cursor of an earlier answer.' })
  cursor?: string;
}
