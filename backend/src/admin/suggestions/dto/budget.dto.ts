import { ApiProperty } from '@nestjs/swagger';
import { COUNT } from '../../../common/number-schemas.ts';
import type { BudgetState } from '../../../suggestions/domain/budget.ts';

/** How the budget of a day stands, in the currency of the prices. */
export class BudgetDto {
  @ApiProperty({
    ...{ type: Number, nullable: true, minimum: 0, example: 5 },
    description: 'What the LLM may cost in a day; null when there is no bound.',
  })
  daily: number | null;

  @ApiProperty({ type: Number, minimum: 0, example: 1.84, description: 'What it cost today, as far as it is known.' })
  spent: number;

  @ApiProperty({ ...COUNT, example: 212, description: 'How many calls there were today.' })
  calls: number;

  @ApiProperty({
    ...COUNT,
    example: 0,
    description: 'Answered calls whose cost nobody knows: no price, or no tokens told.',
  })
  unknown: number;

  @ApiProperty({ example: true, description: 'Whether the model has a price. Without one a budget cannot be kept to.' })
  priced: boolean;

  @ApiProperty({ example: false, description: 'Whether it is used up, so that the LLM is not asked.' })
  used_up: boolean;

  @ApiProperty({ format: 'date-time', example: '2026-04-21T22:00:00.000Z', description: 'When the next day begins.' })
  ends_at: string;

  static of({ daily, spent, calls, unknown, priced, usedUp, endsAt }: BudgetState): BudgetDto {
    return { daily, spent, calls, unknown, priced, used_up: usedUp, ends_at: endsAt.toISOString() };
  }
}
