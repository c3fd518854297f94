import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { CsvQueryDto } from '../../../common/csv/csv-query.dto.ts';
import { Choice, Omittable } from '../../../common/validation/choice.decorator.ts';
import { Day } from '../../../common/validation/day.decorator.ts';
import { PageQueryDto } from '../../../common/validation/page-query.dto.ts';
import { StatsQueryDto } from '../../../stats/dto/stats-query.dto.ts';
import { SUGGESTED_FIELDS, type SuggestedField } from '../../../suggestions/domain/suggested-field.ts';
import { DEFAULT_PERIOD, NAMED_PERIODS, type NamedPeriod } from '../../../stats/quality/quality-period.ts';
import type { CellQuestion, QualityQuestion } from '../../../stats/quality/quality.ts';
import type { WithZone } from '../../../stats/quality/quality.service.ts';
import { SUGGESTION_SOURCES, type SuggestionSource } from '../../../suggestions/domain/suggestion-source.ts';

const NAME_MAX = 200;

/** A name or value as the ledger has it, exactly. */
function Name(label: string, otherwise: string): PropertyDecorator {
  return applyDecorators(
    IsString({ message: `${label} ${otherwise}.` }),
    MaxLength(NAME_MAX, { message: `${label} must be at most ${String(NAME_MAX)} characters long.` }),
  );
}

/** Which suggestions to judge. */
export class QualityQueryDto extends StatsQueryDto {
  @ApiPropertyOptional({
    enum: SUGGESTED_FIELDS,
    enumName: 'SuggestedField',
    default: 'category',
    example: 'category',
    description: 'Which of the two fields that the desk suggests.',
  })
  @Omittable()
  @Choice('Field', SUGGESTED_FIELDS)
  field: SuggestedField = 'category';

  @ApiPropertyOptional({
    enum: NAMED_PERIODS,
    enumName: 'QualityPeriod',
    default: DEFAULT_PERIOD,
    example: DEFAULT_PERIOD,
    description: 'So many days, the last of them today. Suggestions count by when they were asked for.',
  })
  @Omittable()
  @Choice('Period', NAMED_PERIODS)
  period?: NamedPeriod;

  @ApiPropertyOptional({
    format: 'date',
    description: 'Instead of a period: its first day, like `2026-03-01`; without it 30 days up to `to`.',
  })
  @Omittable()
  @Day('From')
  from?: string;

  @ApiPropertyOptional({
    format: 'date',
    description: 'Its last day, like `2026-03-31`, included; without it today. A period has at most three years.',
  })
  @Omittable()
  @Day('To')
  to?: string;

  @ApiPropertyOptional({
    enum: SUGGESTION_SOURCES,
    enumName: 'SuggestionSource',
    description: 'Only what this source suggested, or was asked for in vain.',
  })
  @Omittable()
  @Choice('Source', SUGGESTION_SOURCES)
  source?: SuggestionSource;

  @ApiPropertyOptional({ maxLength: NAME_MAX, description: 'Only this model, by its exact name.' })
  @Omittable()
  @Name('Model', 'must be given once')
  model?: string;

  @ApiPropertyOptional({ maxLength: NAME_MAX, description: 'Only this version of the model or of its prompt.' })
  @Omittable()
  @Name('Version', 'must be given once')
  version?: string;

  static read({ field, period, from, to, source, model, version, tz }: QualityQueryDto): WithZone<QualityQuestion> {
    return { field, period, from, to, source, model, version, timeZone: tz };
  }
}

/** Which suggestions to export. */
export class QualityCsvQueryDto extends IntersectionType(QualityQueryDto, CsvQueryDto) {}

/** Which cell of the confusion matrix, and which page of its tickets. */
export class CellQueryDto extends IntersectionType(QualityQueryDto, PageQueryDto) {
  @ApiProperty({ maxLength: NAME_MAX, example: 'billing', description: 'The value that was suggested.' })
  @Name('Suggested', 'is required')
  suggested: string;

  @ApiProperty({ maxLength: NAME_MAX, example: 'billing', description: 'The value that a person chose.' })
  @Name('Chosen', 'is required')
  chosen: string;

  static readCell(query: CellQueryDto): WithZone<CellQuestion> {
    return { ...QualityQueryDto.read(query), suggested: query.suggested, chosen: query.chosen };
  }
}
