import { ApiProperty } from '@nestjs/swagger';
import { type ReplayPlan, type ReplaySide, REPLAYED_BY } from '../../../classification/replay/domain/replay.ts';
import type { ReplayCost } from '../../../classification/replay/replay-cost.service.ts';
import type { ReplayPreview } from '../../../classification/replay/replay-plans.service.ts';
import { COUNT, SHARE } from '../../../common/number-schemas.ts';

/** A side with all that it goes by. */
export class PlannedSideDto {
  @ApiProperty({ enum: REPLAYED_BY, enumName: 'ReplayedBy', example: 'local', description: 'Who judges.' })
  by: ReplaySide['by'];

  @ApiProperty({
    ...{ type: 'integer', nullable: true, example: 12 },
    description: "The number of the desk's own model; null for an LLM.",
  })
  model: number | null;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'The model of an LLM; null without one.' })
  llm_model: string | null;

  @ApiProperty({ example: '6f3b1c2d', description: 'The version of the model, or of the prompt.' })
  version: string;

  @ApiProperty({
    ...SHARE,
    example: 0.7,
    description: 'From which confidence it names one category; null when the model knows best, and for an LLM.',
  })
  category_threshold: number | null;

  @ApiProperty({ ...SHARE, example: null, description: 'The same for a priority.' })
  priority_threshold: number | null;

  @ApiProperty({
    ...{ type: Boolean, nullable: true, example: null },
    description: 'Whether the prompt shows decided tickets as examples; null without a prompt.',
  })
  examples: boolean | null;

  static of(side: ReplaySide): PlannedSideDto {
    if (side.by === 'llm') {
      const { by, model, version, examples } = side;
      const none = { model: null, category_threshold: null, priority_threshold: null };
      return { by, ...none, llm_model: model, version, examples };
    }
    const { by, model, version, category_threshold, priority_threshold } = side;
    return { by, model, llm_model: null, version, category_threshold, priority_threshold, examples: null };
  }
}

/** What a replay compares. */
export class ReplayPlanDto {
  @ApiProperty({ ...COUNT, example: 200, description: 'How many tickets at most.' })
  tickets: number;

  @ApiProperty({ type: PlannedSideDto, description: 'What the candidate is compared with.' })
  baseline: PlannedSideDto;

  @ApiProperty({ type: PlannedSideDto, description: 'Who is tried.' })
  candidate: PlannedSideDto;

  static of({ tickets, baseline, candidate }: ReplayPlan): ReplayPlanDto {
    return { tickets, baseline: PlannedSideDto.of(baseline), candidate: PlannedSideDto.of(candidate) };
  }
}

/** A number for each side. */
export class CountPerSideDto {
  @ApiProperty({ ...COUNT, example: 196, description: 'Of the baseline.' })
  baseline: number;

  @ApiProperty({ ...COUNT, example: 150, description: 'Of the candidate.' })
  candidate: number;
}

const MONEY = { type: Number, nullable: true, minimum: 0 } as const;

/** What the questions to an LLM would cost, in the currency of the prices. */
export class ReplayCostDto {
  @ApiProperty({ ...COUNT, example: 200, description: 'How many questions.' })
  questions: number;

  @ApiProperty({ ...COUNT, example: 2_400_000, description: 'No more tokens are read, if each is asked once.' })
  most_prompt_tokens: number;

  @ApiProperty({ ...COUNT, example: 400_000, description: 'No more are written.' })
  most_completion_tokens: number;

  @ApiProperty({ ...MONEY, example: 0.6, description: 'What these cost; null when a model has no price.' })
  most: number | null;

  @ApiProperty({
    ...MONEY,
    example: 0.04,
    description: 'What it likely costs, by what calls of the model took in the last thirty days; null when unknown.',
  })
  likely: number | null;

  @ApiProperty({
    ...MONEY,
    example: 3.16,
    description: 'What may still be spent today; asking ends there. Null without a daily budget.',
  })
  left: number | null;

  static of({ questions, mostTokens, most, likely, left }: ReplayCost): ReplayCostDto {
    const { prompt, completion } = mostTokens;
    return { questions, most_prompt_tokens: prompt, most_completion_tokens: completion, most, likely, left };
  }
}

/** What a replay would do, if it were begun now. */
export class ReplayPreviewDto {
  @ApiProperty({ ...COUNT, example: 200, description: 'How many confirmed tickets there are, of those asked for.' })
  tickets: number;

  @ApiProperty({ type: ReplayPlanDto, description: 'What would be compared.' })
  plan: ReplayPlanDto;

  @ApiProperty({
    type: CountPerSideDto,
    description:
      'How many of the tickets each stored model may have learned from: these are judged by one that is made without them.',
  })
  learned: CountPerSideDto;

  @ApiProperty({ type: ReplayCostDto, nullable: true, description: 'Null when no LLM is asked.' })
  cost: ReplayCostDto | null;

  static of({ tickets, plan, learned, cost }: ReplayPreview): ReplayPreviewDto {
    const { baseline, candidate } = learned;
    return {
      ...{ tickets, plan: ReplayPlanDto.of(plan), learned: { baseline, candidate } },
      cost: cost && ReplayCostDto.of(cost),
    };
  }
}
