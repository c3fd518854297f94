import { ApiProperty } from '@nestjs/swagger';
import { SHARE } from '../../../common/number-schemas.ts';
import type { FieldJudgement } from '../../../learning/domain/local-judgement.ts';
import type { LexiconTrialResult } from '../../../learning/lexicon-trial.service.ts';

/** A term of a category that stands in the text. */
export class FoundTermDto {
  @ApiProperty({ example: 'invoice', description: 'The term.' })
  term: string;

  @ApiProperty({ example: 'billing', description: 'The category that it speaks for.' })
  category: string;

  @ApiProperty({ example: false, description: "Whether it is one of the desk's own." })
  own: boolean;

  @ApiProperty({
    ...{ type: Number, nullable: true, example: 1.4 },
    description:
      'How much its words speak for the category in the model that answers; null where it does not know them.',
  })
  weight: number | null;
}

/** A word of urgency that stands in the text. */
export class FoundUrgencyDto {
  @ApiProperty({ example: 'stands still', description: 'The term.' })
  term: string;

  @ApiProperty({
    type: Number,
    example: 3,
    description: 'The weight that it has here: negated it counts the other way.',
  })
  weight: number;
}

/** What the model that answers makes of a field. */
export class TriedFieldDto {
  @ApiProperty({ example: 'billing', description: 'The likeliest value.' })
  value: string;

  @ApiProperty({
    type: [String],
    example: ['billing'],
    description: 'What would be offered; nothing where it is in doubt.',
  })
  options: string[];

  @ApiProperty({ ...SHARE, example: 0.88, description: 'How sure it is of the likeliest value.' })
  confidence: number | null;

  static of({ value, options, confidence }: FieldJudgement): TriedFieldDto {
    return { value, options: [...options], confidence };
  }
}

/** What the words of the lexicon do to a text. */
export class LexiconTrialDto {
  @ApiProperty({ type: [FoundTermDto], description: 'The terms of categories that stand in it.' })
  terms: FoundTermDto[];

  @ApiProperty({ type: [FoundUrgencyDto], description: 'The words of urgency that stand in it, in its order.' })
  urgency: FoundUrgencyDto[];

  @ApiProperty({
    type: Number,
    example: 3,
    description: 'What the urgent ones add up to; each further one counts less.',
  })
  raises: number;

  @ApiProperty({ type: Number, example: 0, description: 'What the calm ones add up to.' })
  lowers: number;

  @ApiProperty({
    type: TriedFieldDto,
    description: 'By the model that answers, which has not learned from new terms yet.',
  })
  category: TriedFieldDto;

  @ApiProperty({ type: TriedFieldDto, description: 'The same, with the words of urgency as they are tried.' })
  priority: TriedFieldDto;

  static of({ terms, urgency, raises, lowers, category, priority }: LexiconTrialResult): LexiconTrialDto {
    return {
      terms: terms.map(({ term, category: key, isOwn, weight }) => ({ term, category: key, own: isOwn, weight })),
      urgency: urgency.map(({ term, weight }) => ({ term, weight })),
      ...{ raises, lowers, category: TriedFieldDto.of(category), priority: TriedFieldDto.of(priority) },
    };
  }
}
