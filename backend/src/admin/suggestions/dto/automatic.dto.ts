import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, ValidateBy } from 'class-validator';
import { COUNT, SHARE } from '../../../common/number-schemas.ts';
import { Omittable } from '../../../common/validation/choice.decorator.ts';
import type { AutomaticCategory } from '../../../learning/automatic-application.service.ts';
import {
  type CategoryRecord,
  DEFAULT_TARGET,
  RECORD_FROM,
  RECORD_NEWEST,
  SURE_FROM,
  TARGET_MAX,
  TARGET_MIN,
  USUALLY_NEEDED,
  WHY_NOT,
  type WhyNot,
  lowerBound,
} from '../../../learning/domain/automatic.ts';

const TARGET = { type: Number, minimum: TARGET_MIN, maximum: TARGET_MAX, example: DEFAULT_TARGET } as const;
const TARGET_WORDS = `Target must be a number from ${String(TARGET_MIN)} to ${String(TARGET_MAX)}.`;

/** Whether suggestions of a category shall apply by themselves. */
export class SetAutomaticDto {
  @ApiProperty({ example: false, description: 'Only where the record reaches the target it can be switched on.' })
  @IsBoolean({ message: 'Enabled must be true or false.' })
  enabled: boolean;

  @ApiPropertyOptional({ ...TARGET, description: 'What the lower bound of the record has to reach.' })
  @Omittable()
  @ValidateBy({
    name: 'out_of_range',
    validator: {
      validate: (value: unknown) => typeof value === 'number' && value >= TARGET_MIN && value <= TARGET_MAX,
      defaultMessage: () => TARGET_WORDS,
    },
  })
  target?: number;
}

/** How often suggestions of a category were right. */
export class CategoryRecordDto {
  @ApiProperty({ ...COUNT, example: 188, description: 'So many were right,' })
  right: number;

  @ApiProperty({ ...COUNT, example: 200, description: 'of so many on which a person decided.' })
  of: number;

  @ApiProperty({ ...SHARE, example: 0.898, description: 'The lower end of its 95 % interval (Wilson).' })
  bound: number | null;

  static of(record: CategoryRecord): CategoryRecordDto {
    const { right, of } = record;
    return { right, of, bound: of === 0 ? null : lowerBound(record) };
  }
}

/** The record by which the desk stopped by itself. */
export class AutomaticStopDto extends CategoryRecordDto {
  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When that was.' })
  at: string;
}

/** Whether suggestions of a category apply by themselves, and what speaks for it. */
export class AutomaticCategoryDto {
  @ApiProperty({ example: 'billing', description: 'The key of the category.' })
  category: string;

  @ApiProperty({ example: 'Billing', description: 'What people call it.' })
  label: string;

  @ApiProperty({ example: false, description: 'Whether they apply by themselves.' })
  enabled: boolean;

  @ApiProperty({ ...TARGET, description: 'What the lower bound of the record has to reach.' })
  target: number;

  @ApiProperty({
    type: CategoryRecordDto,
    description: `The newest ${String(RECORD_NEWEST)} on which a person decided, shown or hidden, of the one who is asked first, who named that category alone and stated a confidence of at least ${String(SURE_FROM)}, or none.`,
  })
  record: CategoryRecordDto;

  @ApiProperty({
    ...{ enum: WHY_NOT, enumName: 'WhyNotAutomatic', nullable: true, example: 'below_target' },
    description: `Why it cannot be switched on: fewer than ${String(RECORD_FROM)} decided, or the bound is below the target. Null when it can.`,
  })
  why_not: WhyNot | null;

  @ApiProperty({
    ...{ type: 'integer', nullable: true, minimum: 0, example: 217 },
    description: 'How large the record has to be, if it goes on like this; null when it never gets there so.',
  })
  needed: number | null;

  @ApiProperty({ ...COUNT, example: 0, description: 'To how many tickets a suggestion was applied by itself.' })
  applied: number;

  @ApiProperty({ ...COUNT, example: 0, description: 'How many of them a person then put elsewhere.' })
  corrected: number;

  @ApiProperty({
    type: AutomaticStopDto,
    nullable: true,
    description: 'The record by which the desk stopped by itself; null unless it did.',
  })
  stopped: AutomaticStopDto | null;

  @ApiProperty({
    ...{ type: String, nullable: true, format: 'date-time', example: null },
    description: 'When that was last changed; null when never.',
  })
  changed_at: string | null;

  @ApiProperty({
    ...{ type: 'integer', nullable: true, example: null },
    description: 'The id of the admin who did; null for the desk itself.',
  })
  changed_by: number | null;

  static of(one: AutomaticCategory): AutomaticCategoryDto {
    const { category, label, enabled, target, record, needed, applied, corrected, stopped } = one;
    return {
      ...{ category, label, enabled, target, needed, applied, corrected },
      record: CategoryRecordDto.of(record),
      why_not: one.whyNot,
      stopped: stopped && { ...toRecord(stopped), at: stopped.at.toISOString() },
      changed_at: one.changedAt?.toISOString() ?? null,
      changed_by: one.changedBy,
    };
  }
}

export class AutomaticListDto {
  @ApiProperty({ type: [AutomaticCategoryDto], description: 'The categories in use, in their order.' })
  results: AutomaticCategoryDto[];

  @ApiProperty({
    ...COUNT,
    example: USUALLY_NEEDED,
    description: 'About so many decided tickets it takes in practice.',
  })
  usually_needed: number;

  static of(categories: readonly AutomaticCategory[]): AutomaticListDto {
    return { results: categories.map((one) => AutomaticCategoryDto.of(one)), usually_needed: USUALLY_NEEDED };
  }
}

function toRecord(record: CategoryRecord): { right: number; of: number; bound: number | null } {
  return { right: record.right, of: record.of, bound: lowerBound(record) };
}
