import { ApiPropertyOptional } from '@nestjs/swagger';
import { Omittable } from '../../../common/validation/choice.decorator.ts';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 20;

/** How many similar tickets. */
export class SimilarLimitDto {
  @ApiPropertyOptional({
    ...{ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT, example: DEFAULT_LIMIT },
    description: 'How many at most.',
  })
  @Omittable()
  @WholeNumber('Limit', 1, MAX_LIMIT)
  limit = DEFAULT_LIMIT;
}
