import { ApiProperty } from '@nestjs/swagger';
import { COUNT, SHARE } from '../../../common/number-schemas.ts';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';
import {
  MODEL_REASONS,
  MODEL_STATES,
  type LearnedFrom,
  type Model,
  type HeldOutRecord,
  type ModelReason,
  type ModelState,
} from '../../../learning/domain/model.ts';
import type { Comparison } from '../../../learning/domain/promotion.ts';
import type { ModelList } from '../../../learning/models.service.ts';

/** The number of a model in the path. */
export class ModelIdDto {
  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'The number of the model.' })
  @WholeNumber('Id', 1)
  id: number;
}

/** How good a model is on confirmed tickets of this desk that were held out of it; null below 20 tickets. */
export class ModelMetricsDto {
  @ApiProperty({ ...COUNT, example: 480, description: 'How many tickets that is.' })
  tickets: number;

  @ApiProperty({ ...SHARE, example: 0.856, description: 'How many of them it put where they belong.' })
  accuracy: number | null;

  @ApiProperty({
    type: [Number],
    nullable: true,
    minItems: 2,
    maxItems: 2,
    example: [0.821, 0.886],
    description: 'The 95 % interval of that.',
  })
  accuracy_interval: number[] | null;

  @ApiProperty({ ...SHARE, example: 0.84, description: 'The mean F1 of the categories, each counting the same.' })
  macro_f1: number | null;

  @ApiProperty({
    ...SHARE,
    example: 0.03,
    description: 'How far its stated confidence is from what came true (expected calibration error).',
  })
  ece: number | null;

  @ApiProperty({ ...SHARE, example: 0.06, description: 'Of how many it would rather say nothing.' })
  abstained: number | null;

  static of({ tickets, accuracy, accuracyInterval, macroF1, ece, abstained }: HeldOutRecord): ModelMetricsDto {
    const interval = accuracyInterval && [...accuracyInterval];
    return { tickets, accuracy, accuracy_interval: interval, macro_f1: macroF1, ece, abstained };
  }
}

/** What a model learned from, besides what is shipped with the desk. */
export class LearnedFromDto {
  @ApiProperty({ ...COUNT, example: 4780, description: 'How many confirmed tickets.' })
  tickets: number;

  @ApiProperty({
    ...COUNT,
    example: 212,
    description: 'About how many of them somebody decided after they were written; these count twice.',
  })
  corrections: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    example: { billing: 1602, technical: 1810, account: 840, general: 528 },
    description: 'How many of each category.',
  })
  by_category: Record<string, number>;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-04-20T09:22:31.120Z',
    description: 'When the newest of them was decided.',
  })
  newest_decision: string | null;

  @ApiProperty({ example: '4f9c01d2', description: 'The version of what is shipped with the desk.' })
  starter_version: string;

  static of({ tickets, corrections, by_category, newest_decision, starter_version }: LearnedFrom): LearnedFromDto {
    return { tickets, corrections, by_category, newest_decision, starter_version };
  }
}

/** How a model did beside the one that answered when it was made. */
export class ModelComparisonDto {
  @ApiProperty({ ...COUNT, example: 480, description: 'On so many tickets that neither had learned from.' })
  tickets: number;

  @ApiProperty({ ...COUNT, example: 9, description: 'So many of them only the one that answered got right.' })
  only_before: number;

  @ApiProperty({ ...COUNT, example: 17, description: 'So many only this one.' })
  only_after: number;

  @ApiProperty({
    type: [String],
    example: [],
    description: 'Categories that the one that answered found, and this one does not.',
  })
  lost: string[];

  static of({ tickets, onlyBefore, onlyAfter, lost }: Comparison): ModelComparisonDto {
    return { tickets, only_before: onlyBefore, only_after: onlyAfter, lost: [...lost] };
  }
}

/** A model of the desk's own suggester. */
export class ModelDto {
  @ApiProperty({ type: 'integer', example: 12, description: 'The number of the model.' })
  id: number;

  @ApiProperty({
    example: '6f3b1c2d4e5f',
    description: 'What suggestions call it; the same data give the same version.',
  })
  version: string;

  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was made.' })
  created_at: string;

  @ApiProperty({
    enum: MODEL_STATES,
    enumName: 'ModelState',
    example: 'active',
    description: 'active: it answers; aside: it was kept from answering; earlier: others answer now.',
  })
  state: ModelState;

  @ApiProperty({
    enum: MODEL_REASONS,
    enumName: 'ModelReason',
    example: 'refit',
    description:
      'Why: shipped with the desk; learned, and good enough (refit); worse than the one that answered; it lost a category; no better than the one that an admin had chosen; chosen by an admin.',
  })
  why: ModelReason;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: null,
    description: 'The id of the admin who chose it; null when nobody did.',
  })
  activated_by: number | null;

  @ApiProperty({ example: true, description: 'Whether one can go back to it: the newest twenty are kept whole.' })
  kept: boolean;

  @ApiProperty({ type: ModelMetricsDto, description: 'How good it was on tickets held out of it.' })
  metrics: ModelMetricsDto;

  @ApiProperty({ type: LearnedFromDto, description: 'What it learned from.' })
  learned_from: LearnedFromDto;

  @ApiProperty({
    type: ModelComparisonDto,
    nullable: true,
    description: 'How it did beside the one that answered then; null when there was none.',
  })
  comparison: ModelComparisonDto | null;

  static of(model: Model): ModelDto {
    const { id, version, createdAt, state, why, activatedBy, kept, metrics, learnedFrom, comparison } = model;
    return {
      ...{ id, version, created_at: createdAt.toISOString(), state, why, activated_by: activatedBy, kept },
      metrics: ModelMetricsDto.of(metrics),
      learned_from: LearnedFromDto.of(learnedFrom),
      comparison: comparison && ModelComparisonDto.of(comparison),
    };
  }
}

export class ModelListDto {
  @ApiProperty({ type: [ModelDto], maxItems: 50, description: 'The newest fifty, newest first.' })
  results: ModelDto[];

  @ApiProperty({ example: false, description: 'Whether somebody asked for a refit that has not ended.' })
  refitting: boolean;

  static of({ models, refitting }: ModelList): ModelListDto {
    return { results: models.map((model) => ModelDto.of(model)), refitting };
  }
}
