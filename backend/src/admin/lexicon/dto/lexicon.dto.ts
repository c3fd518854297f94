import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsNumber,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Omittable } from '../../../common/validation/choice.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import {
  type LexiconChanges,
  OFF_MAX,
  OWN_TERMS_MAX,
  OWN_URGENCY_MAX,
  TERM_MAX,
  WEIGHT_MAX,
  WEIGHT_MIN,
  type StoredLexicon,
} from '../../../learning/domain/lexicon.ts';
import { STARTER } from '../../../learning/starter/starter.ts';

const WEIGHT = `Weight must be a number from ${String(WEIGHT_MIN)} to ${String(WEIGHT_MAX)}.`;

/** A word or phrase that speaks for a category. */
export class CategoryTermDto {
  @ApiProperty({
    example: 'label printer',
    minLength: 1,
    maxLength: TERM_MAX,
    description: 'As it is read: small letters.',
  })
  @Text('Term', { max: TERM_MAX, singleLine: true })
  term: string;

  @ApiProperty({ example: 'technical', description: 'The key of an active category.' })
  @Text('Category', { max: 50, singleLine: true })
  category: string;
}

/** A word or phrase that makes a ticket more urgent, or less. */
export class UrgencyTermDto {
  @ApiProperty({
    ...{ example: 'assembly line', minLength: 1, maxLength: TERM_MAX },
    description: 'As it is read: small letters. A final * takes any ending.',
  })
  @Text('Term', { max: TERM_MAX, singleLine: true })
  term: string;

  @ApiProperty({
    type: Number,
    example: 3,
    minimum: WEIGHT_MIN,
    maximum: WEIGHT_MAX,
    description: 'Less than 0 calms.',
  })
  @Max(WEIGHT_MAX, { message: WEIGHT })
  @Min(WEIGHT_MIN, { message: WEIGHT })
  @IsNumber({}, { message: WEIGHT })
  weight: number;
}

/** All that the desk changed of the words that are shipped with it. */
export class LexiconChangesDto {
  /** All lists at their longest, with the two fields of each entry. */
  static readonly mostFields = 2 * (OWN_TERMS_MAX + OWN_URGENCY_MAX) + 20;

  @ApiProperty({
    ...{
      type: [CategoryTermDto],
      maxItems: OWN_TERMS_MAX,
      example: [{ term: 'label printer', category: 'technical' }],
    },
    description: 'Terms of its own.',
  })
  @ValidateNested({ each: true })
  @IsObject({ each: true, message: 'Each term needs a term and a category.' })
  @ArrayMaxSize(OWN_TERMS_MAX, { message: `There can be at most ${String(OWN_TERMS_MAX)} terms.` })
  @IsArray({ message: 'Terms must be a list.' })
  @Type(() => CategoryTermDto)
  terms: CategoryTermDto[];

  @ApiProperty({
    type: [String],
    maxItems: OFF_MAX,
    example: ['invoice'],
    description: 'Shipped terms that are switched off.',
  })
  @MaxLength(TERM_MAX, { each: true, message: `A term is at most ${String(TERM_MAX)} characters long.` })
  @IsString({ each: true, message: 'Off must be a list of terms.' })
  @ArrayMaxSize(OFF_MAX, { message: `At most ${String(OFF_MAX)} terms can be off.` })
  @IsArray({ message: 'Off must be a list.' })
  off: string[];

  @ApiProperty({
    ...{ type: [UrgencyTermDto], maxItems: OWN_URGENCY_MAX, example: [{ term: 'assembly line', weight: 3 }] },
    description: 'Words of urgency of its own, and other weights for shipped ones; 0 switches one off.',
  })
  @ValidateNested({ each: true })
  @IsObject({ each: true, message: 'Each word of urgency needs a term and a weight.' })
  @ArrayMaxSize(OWN_URGENCY_MAX, { message: `There can be at most ${String(OWN_URGENCY_MAX)} words of urgency.` })
  @IsArray({ message: 'Urgency must be a list.' })
  @Type(() => UrgencyTermDto)
  urgency: UrgencyTermDto[];

  static of({ terms, off, urgency }: LexiconChanges): LexiconChangesDto {
    return {
      terms: terms.map(({ term, category }) => ({ term, category })),
      off: [...off],
      urgency: urgency.map(({ term, weight }) => ({ term, weight })),
    };
  }
}

/** The words that are shipped with the desk. */
export class ShippedWordsDto {
  @ApiProperty({ type: [CategoryTermDto], description: 'Terms of categories.' })
  terms: CategoryTermDto[];

  @ApiProperty({ type: [UrgencyTermDto], description: 'Words of urgency.' })
  urgency: UrgencyTermDto[];
}

/** The words that are shipped, and what the desk changed of them. */
export class LexiconDto extends LexiconChangesDto {
  @ApiProperty({ type: ShippedWordsDto, description: 'As they are shipped.' })
  shipped: ShippedWordsDto;

  @ApiProperty({ type: 'integer', minimum: 1, example: 2, description: 'Grows with each change; for If-Match.' })
  version: number;

  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true, example: null },
    description: 'The last change.',
  })
  updated_at: string | null;

  @ApiProperty({ ...{ type: 'integer', nullable: true, example: null }, description: 'Who made it.' })
  updated_by: number | null;

  static ofStored({ changes, version, updatedAt, updatedBy }: StoredLexicon): LexiconDto {
    const shipped = LexiconChangesDto.of({ ...STARTER, off: [] });
    const { terms, off, urgency } = LexiconChangesDto.of(changes);
    return {
      ...{ terms, off, urgency },
      shipped: { terms: shipped.terms, urgency: shipped.urgency },
      ...{ version, updated_at: updatedAt?.toISOString() ?? null, updated_by: updatedBy },
    };
  }
}

/** A text to try the words with. */
export class LexiconTrialTextDto {
  static readonly mostFields = LexiconChangesDto.mostFields + 10;

  @ApiProperty({
    ...{ example: 'The assembly line stands still since the invoice was paid', minLength: 1, maxLength: 2_000 },
    description: 'What a customer might write.',
  })
  @Text('Text', { max: 2_000 })
  text: string;

  @ApiPropertyOptional({
    ...{
      type: LexiconChangesDto,
      example: { terms: [], off: ['invoice'], urgency: [{ term: 'assembly line', weight: 3 }] },
    },
    description: 'Changes that are not saved; without them the saved ones count.',
  })
  @Omittable()
  @ValidateNested()
  @IsObject({ message: 'Changes must be an object.' })
  @Type(() => LexiconChangesDto)
  changes?: LexiconChangesDto;
}
