import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsObject, ValidateNested } from 'class-validator';
import {
  type AskedReplay,
  type AskedSide,
  REPLAYED_BY,
  REPLAY_LLM_TICKETS_MAX,
  REPLAY_TICKETS_MAX,
  REPLAY_TICKETS_MIN,
} from '../../../classification/replay/domain/replay.ts';
import { Choice, OmittableOrNull } from '../../../common/validation/choice.decorator.ts';
import { Fraction, NumberOrNull, WholeNumber } from '../../../common/validation/number.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import { MODEL_NAME_MAX } from '../../../suggestions/domain/token-price.ts';

const THRESHOLD = { type: Number, nullable: true, minimum: 0, maximum: 1 } as const;

/** Who is to judge: the desk's own suggester, or an LLM. What is left out is as the desk is set now. */
export class ReplaySideDto {
  @ApiProperty({
    ...{ enum: REPLAYED_BY, enumName: 'ReplayedBy', example: 'local' },
    description: "The desk's own suggester (`local`) or an LLM (`llm`), if one is set up.",
  })
  @Choice('By', REPLAYED_BY)
  by: (typeof REPLAYED_BY)[number];

  @ApiPropertyOptional({
    ...{ type: 'integer', nullable: true, minimum: 1, example: null },
    description: 'Of `local`: the number of a model that one can go back to. Without it the one that answers.',
  })
  @NumberOrNull('Model must be the number of a model.')
  model?: number | null;

  @ApiPropertyOptional({
    ...THRESHOLD,
    example: 0.7,
    description: 'Of `local`: from which confidence it names one category. Null leaves it to the model.',
  })
  @OmittableOrNull()
  @Fraction('Category threshold', { max: 1 })
  category_threshold?: number | null;

  @ApiPropertyOptional({ ...THRESHOLD, example: null, description: 'The same for a priority.' })
  @OmittableOrNull()
  @Fraction('Priority threshold', { max: 1 })
  priority_threshold?: number | null;

  @ApiPropertyOptional({
    ...{ type: String, nullable: true, minLength: 1, maxLength: MODEL_NAME_MAX, example: null },
    description: 'Of `llm`: a model of the server that is set up. Without it the one that is set.',
  })
  @OmittableOrNull()
  @Text('LLM model', { max: MODEL_NAME_MAX, singleLine: true })
  llm_model?: string | null;

  @ApiPropertyOptional({
    ...{ type: Boolean, nullable: true, example: null },
    description: 'Of `llm`: whether its prompt shows decided tickets as examples. Without it as the desk is set.',
  })
  @OmittableOrNull()
  @IsBoolean({ message: 'Examples must be true or false.' })
  examples?: boolean | null;

  static read(side: ReplaySideDto): AskedSide {
    const { by, model, llm_model: llmModel, examples } = side;
    const { category_threshold: categoryThreshold, priority_threshold: priorityThreshold } = side;
    return { by, model, categoryThreshold, priorityThreshold, llmModel, examples };
  }
}

/** Which tickets are to be judged again, and by whom. */
export class ReplayOrderDto {
  @ApiProperty({
    ...{ type: 'integer', minimum: REPLAY_TICKETS_MIN, maximum: REPLAY_TICKETS_MAX, example: 200 },
    description: `How many of the newest confirmed tickets; at most ${String(REPLAY_LLM_TICKETS_MAX)} where an LLM is asked. If there are fewer, all.`,
  })
  @WholeNumber('Tickets', REPLAY_TICKETS_MIN, REPLAY_TICKETS_MAX)
  tickets: number;

  @ApiPropertyOptional({
    ...{ type: ReplaySideDto, nullable: true, example: null },
    description: 'What the candidate is compared with. Without it: who answers first at present, as the desk is set.',
  })
  @OmittableOrNull()
  @ValidateNested()
  @IsObject({ message: 'Baseline must be an object.' })
  @Type(() => ReplaySideDto)
  baseline?: ReplaySideDto | null;

  @ApiProperty({ type: ReplaySideDto, example: { by: 'local', category_threshold: 0.7 }, description: 'Who is tried.' })
  @ValidateNested()
  @IsObject({ message: 'Candidate must be an object.' })
  @Type(() => ReplaySideDto)
  candidate: ReplaySideDto;

  static read({ tickets, baseline, candidate }: ReplayOrderDto): AskedReplay {
    return {
      tickets,
      baseline: baseline ? ReplaySideDto.read(baseline) : null,
      candidate: ReplaySideDto.read(candidate),
    };
  }
}
