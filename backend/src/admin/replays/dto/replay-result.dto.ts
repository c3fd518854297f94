import { ApiProperty } from '@nestjs/swagger';
import type { Measured, ReplayResult } from '../../../classification/replay/domain/replay.ts';
import { COUNT, SHARE } from '../../../common/number-schemas.ts';
import type { Estimate } from '../../../learning/evaluation/paired-difference.ts';
import type { CountedShare, FieldComparison, SideFigures } from '../../../learning/replay/replay-report.ts';

/** How many of how many, as a share with its 95 % interval (Wilson). */
export class ReplayShareDto {
  @ApiProperty({ ...COUNT, example: 171, description: 'How many,' })
  count: number;

  @ApiProperty({ ...COUNT, example: 200, description: 'of how many.' })
  of: number;

  @ApiProperty({ ...SHARE, example: 0.855, description: 'The share; null of nothing.' })
  share: number | null;

  @ApiProperty({ ...SHARE, example: 0.8, description: 'The lower end of its interval.' })
  low: number | null;

  @ApiProperty({ ...SHARE, example: 0.897, description: 'The upper end.' })
  high: number | null;

  static of({ count, of, low, high }: CountedShare): ReplayShareDto {
    if (of === 0) return { count, of, share: null, low: null, high: null };
    return { count, of, share: count / of, low, high };
  }
}

const DIFFERENCE = { type: Number, minimum: -1, maximum: 1 } as const;

/** By how much a figure of the candidate is above that of the baseline, with its 95 % interval. */
export class ReplayDifferenceDto {
  @ApiProperty({ ...DIFFERENCE, example: 0.04, description: 'The difference.' })
  value: number;

  @ApiProperty({ ...DIFFERENCE, example: -0.01, description: 'The lower end of its interval.' })
  low: number;

  @ApiProperty({ ...DIFFERENCE, example: 0.09, description: 'The upper end.' })
  high: number;

  static of({ value, low, high }: Estimate): ReplayDifferenceDto {
    return { value, low, high };
  }
}

/** How good a side is in a field. */
export class ReplayFiguresDto {
  @ApiProperty({
    type: ReplayShareDto,
    description: 'Accuracy: where what it holds likeliest is what people decided, whether it would say so or not.',
  })
  right: ReplayShareDto;

  @ApiProperty({ type: ReplayShareDto, description: 'Where it names one value alone.' })
  named: ReplayShareDto;

  @ApiProperty({ type: ReplayShareDto, description: 'Where it offers two to choose from.' })
  two: ReplayShareDto;

  @ApiProperty({ type: ReplayShareDto, description: 'Where it rather says nothing.' })
  abstained: ReplayShareDto;

  @ApiProperty({
    type: ReplayShareDto,
    description: 'Precision: of those where it names one value, how many are right.',
  })
  precision: ReplayShareDto;

  @ApiProperty({
    ...SHARE,
    example: 0.03,
    description: 'How far its stated confidence is from what came true (ECE); null when it states none.',
  })
  ece: number | null;

  static of({ right, named, two, abstained, precision, ece }: SideFigures): ReplayFiguresDto {
    return {
      right: ReplayShareDto.of(right),
      named: ReplayShareDto.of(named),
      two: ReplayShareDto.of(two),
      abstained: ReplayShareDto.of(abstained),
      precision: ReplayShareDto.of(precision),
      ece,
    };
  }
}

/** The differences of both sides in a field: shares by Newcombe's interval for pairs, the others by a paired bootstrap. */
export class ReplayDifferencesDto {
  @ApiProperty({ type: ReplayDifferenceDto, description: 'Of the accuracy.' })
  right: ReplayDifferenceDto;

  @ApiProperty({ type: ReplayDifferenceDto, description: 'Of the share where one value is named.' })
  named: ReplayDifferenceDto;

  @ApiProperty({ type: ReplayDifferenceDto, description: 'Of the share where nothing is said.' })
  abstained: ReplayDifferenceDto;

  @ApiProperty({ type: ReplayDifferenceDto, nullable: true, description: 'Of the precision; null where it has none.' })
  precision: ReplayDifferenceDto | null;

  @ApiProperty({ type: ReplayDifferenceDto, nullable: true, description: 'Of the calibration error.' })
  ece: ReplayDifferenceDto | null;
}

/** Both sides in a field. */
export class ReplayFieldDto {
  @ApiProperty({ type: ReplayFiguresDto, description: 'The baseline.' })
  baseline: ReplayFiguresDto;

  @ApiProperty({ type: ReplayFiguresDto, description: 'The candidate.' })
  candidate: ReplayFiguresDto;

  @ApiProperty({ type: ReplayDifferencesDto, description: 'The candidate less the baseline.' })
  difference: ReplayDifferencesDto;

  @ApiProperty({ ...COUNT, example: 6, description: 'On so many tickets only the baseline is right,' })
  only_baseline: number;

  @ApiProperty({ ...COUNT, example: 14, description: 'on so many only the candidate.' })
  only_candidate: number;

  @ApiProperty({
    type: [String],
    example: ['The candidate is right on 4 of 100 more tickets; between 1 fewer and 9 more: no proof of a difference.'],
    description: 'What that says, in sentences.',
  })
  words: string[];

  static of({
    baseline,
    candidate,
    counts,
    difference,
    words,
  }: FieldComparison & { readonly words: readonly string[] }): ReplayFieldDto {
    const { right, named, abstained, precision, ece } = difference;
    return {
      baseline: ReplayFiguresDto.of(baseline),
      candidate: ReplayFiguresDto.of(candidate),
      difference: {
        right: ReplayDifferenceDto.of(right),
        named: ReplayDifferenceDto.of(named),
        abstained: ReplayDifferenceDto.of(abstained),
        precision: precision && ReplayDifferenceDto.of(precision),
        ece: ece && ReplayDifferenceDto.of(ece),
      },
      ...{ only_baseline: counts.onlyFirst, only_candidate: counts.onlySecond, words: [...words] },
    };
  }
}

/** How the tickets of a side were judged. */
export class ReplayMeasuredDto {
  @ApiProperty({
    ...COUNT,
    example: 4,
    description: 'By the model as it stands, which cannot have learned from them; of an LLM all.',
  })
  as_it_stands: number;

  @ApiProperty({
    ...COUNT,
    example: 196,
    description: 'By a model that was made in its place, of what it could learn from, without them.',
  })
  made_again: number;

  @ApiProperty({
    example: false,
    description:
      'Whether words or categories have changed since the model was made: those made again go by those of today.',
  })
  of_other_words: boolean;

  static of({ as_it_stands, made_again, of_other_words }: Measured): ReplayMeasuredDto {
    return { as_it_stands, made_again, of_other_words };
  }
}

/** That, for each side. */
export class ReplayMeasuredSidesDto {
  @ApiProperty({ type: ReplayMeasuredDto, description: 'Of the baseline.' })
  baseline: ReplayMeasuredDto;

  @ApiProperty({ type: ReplayMeasuredDto, description: 'Of the candidate.' })
  candidate: ReplayMeasuredDto;
}

const REASONS = { type: 'object', additionalProperties: { type: 'integer' } } as const;

/** How many questions brought no answer. */
export class ReplayFailuresDto {
  @ApiProperty({ ...REASONS, example: {}, description: 'Of the baseline, by reason.' })
  baseline: Record<string, number>;

  @ApiProperty({ ...REASONS, example: { timeout: 2 }, description: 'Of the candidate.' })
  candidate: Record<string, number>;
}

/** What came of a replay. */
export class ReplayResultDto {
  @ApiProperty({ ...COUNT, example: 198, description: 'Tickets that both sides answered: all figures are of these.' })
  compared: number;

  @ApiProperty({ ...COUNT, example: 0, description: 'Tickets that were deleted meanwhile.' })
  gone: number;

  @ApiProperty({ ...COUNT, example: 0, description: 'Tickets that were not asked about, because asking ended early.' })
  not_asked: number;

  @ApiProperty({
    ...{ type: String, nullable: true, example: null },
    description:
      'Why asking ended early: `budget_used`, or the reason of the last of ten failures in a row. Null when not.',
  })
  stopped: string | null;

  @ApiProperty({ type: ReplayFailuresDto, description: 'Questions without an answer; they count in no figure.' })
  failures: ReplayFailuresDto;

  @ApiProperty({
    type: ReplayMeasuredSidesDto,
    description: 'How each side was tried on what it had not learned from.',
  })
  measured: ReplayMeasuredSidesDto;

  @ApiProperty({ type: ReplayFieldDto, description: 'Categories.' })
  category: ReplayFieldDto;

  @ApiProperty({ type: ReplayFieldDto, description: 'Priorities.' })
  priority: ReplayFieldDto;

  static of({
    compared,
    gone,
    not_asked,
    stopped,
    failures,
    measured,
    category,
    priority,
  }: ReplayResult): ReplayResultDto {
    return {
      ...{ compared, gone, not_asked, stopped },
      failures: { baseline: { ...failures.baseline }, candidate: { ...failures.candidate } },
      measured: {
        baseline: ReplayMeasuredDto.of(measured.baseline),
        candidate: ReplayMeasuredDto.of(measured.candidate),
      },
      category: ReplayFieldDto.of(category),
      priority: ReplayFieldDto.of(priority),
    };
  }
}
