import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Transform, Type, plainToInstance } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, ValidateBy, ValidateNested } from 'class-validator';
import { Choice, OmittableOrNull } from '../../../common/validation/choice.decorator.ts';
import { Fraction } from '../../../common/validation/number.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';
import { textProblem } from '../../../common/validation/text.ts';
import {
  type ChoicesPatch,
  DAILY_BUDGET_MAX,
  FALLBACKS,
  type Fallback,
  HIDDEN_SHARE_MAX,
} from '../../../suggestions/domain/desk-settings.ts';
import {
  MASK_NAME_MAX,
  MASK_PATTERN_MAX,
  MASK_PATTERNS_MAX,
  type MaskPattern,
} from '../../../suggestions/domain/mask-pattern.ts';
import { MODEL_NAME_MAX, PRICED_MODELS_MAX, type TokenPrice } from '../../../suggestions/domain/token-price.ts';

const PRICE_MAX = 1_000_000;
const BACK = 'Null goes back to what the environment says.';
const SHIPPED = 'Null goes back to what is shipped.';
const MODEL = { max: MODEL_NAME_MAX, singleLine: true };

/** One more thing to mask. */
export class MaskPatternDto {
  @ApiProperty({
    example: 'customer number',
    minLength: 1,
    maxLength: MASK_NAME_MAX,
    description: 'What it is called, without a colon; each name stands once.',
  })
  @Text('Name', { max: MASK_NAME_MAX, singleLine: true, name: true })
  name: string;

  @ApiProperty({
    example: 'KD-\\d{6}',
    minLength: 1,
    maxLength: MASK_PATTERN_MAX,
    description: 'The regular expression that finds it.',
  })
  @Text('Pattern', { max: MASK_PATTERN_MAX, singleLine: true })
  pattern: string;

  static of({ name, pattern }: MaskPattern): MaskPatternDto {
    return { name, pattern };
  }
}

/** What a million tokens of a model cost. */
export class TokenPriceDto {
  @ApiProperty({ type: Number, example: 0.15, minimum: 0, maximum: PRICE_MAX, description: 'Of what it reads.' })
  @Fraction('Input', { max: PRICE_MAX })
  input: number;

  @ApiProperty({ type: Number, example: 0.6, minimum: 0, maximum: PRICE_MAX, description: 'Of what it writes.' })
  @Fraction('Output', { max: PRICE_MAX })
  output: number;

  static of({ input, output }: TokenPrice): TokenPriceDto {
    return { input, output };
  }
}

/** The settings to change, at least one; those left out stay as they are. */
@ApiExtraModels(TokenPriceDto)
export class ChangeSettingsDto {
  /** Fifty models with their prices, and twenty patterns. */
  static readonly mostFields = 250;

  @ApiPropertyOptional({
    type: String,
    enum: [...FALLBACKS, null],
    nullable: true,
    example: 'local',
    description: `Who answers when the LLM fails: the defaults, or the desk's own suggester. ${BACK}`,
  })
  @OmittableOrNull()
  @Choice('Fallback', FALLBACKS)
  fallback?: Fallback | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 0,
    maximum: HIDDEN_SHARE_MAX,
    example: 0.05,
    description: `Which share of suggestions the web app hides, to measure without showing. ${BACK}`,
  })
  @OmittableOrNull()
  @Fraction('Hidden share', { max: HIDDEN_SHARE_MAX })
  hidden_share?: number | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 0,
    maximum: 1,
    example: 0.6,
    description: "From which confidence the desk's own suggester names one category. Null leaves it to its model.",
  })
  @OmittableOrNull()
  @Fraction('Category threshold', { max: 1 })
  category_threshold?: number | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 0,
    maximum: 1,
    example: 0.4,
    description: 'The same for a priority.',
  })
  @OmittableOrNull()
  @Fraction('Priority threshold', { max: 1 })
  priority_threshold?: number | null;

  @ApiPropertyOptional({
    type: Boolean,
    nullable: true,
    example: true,
    description: `Whether sensitive data is masked before a text goes to the LLM. ${SHIPPED}`,
  })
  @OmittableOrNull()
  @IsBoolean({ message: 'Masking must be true or false.' })
  masking?: boolean | null;

  @ApiPropertyOptional({
    type: [MaskPatternDto],
    nullable: true,
    maxItems: MASK_PATTERNS_MAX,
    description: `What is masked besides; the list takes the place of the one before. ${SHIPPED}`,
  })
  @OmittableOrNull()
  @ValidateNested({ each: true })
  @ArrayMaxSize(MASK_PATTERNS_MAX, { message: `There can be at most ${String(MASK_PATTERNS_MAX)} patterns.` })
  @ValidateBy({
    name: 'not_an_object',
    validator: {
      validate: (list: unknown) => Array.isArray(list) && list.every((one) => one instanceof MaskPatternDto),
      defaultMessage: () => 'Each pattern needs a name and a pattern.',
    },
  })
  @IsArray({ message: 'Mask_patterns must be a list.' })
  @Type(() => MaskPatternDto)
  mask_patterns?: MaskPatternDto[] | null;

  @ApiPropertyOptional({
    type: Boolean,
    nullable: true,
    example: true,
    description: `Whether the LLM is shown confirmed tickets of this desk that are like the one it is asked about. ${SHIPPED}`,
  })
  @OmittableOrNull()
  @IsBoolean({ message: 'Examples must be true or false.' })
  examples?: boolean | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 0,
    maximum: DAILY_BUDGET_MAX,
    example: 5,
    description: `What the LLM may cost in a day, in the currency of the prices; with 0 it is not asked. ${BACK}`,
  })
  @OmittableOrNull()
  @Fraction('Daily budget', { max: DAILY_BUDGET_MAX, decimals: 2 })
  daily_budget?: number | null;

  @ApiPropertyOptional({
    type: 'object',
    nullable: true,
    maxProperties: PRICED_MODELS_MAX,
    additionalProperties: { $ref: getSchemaPath(TokenPriceDto) },
    example: { 'gpt-4o-mini': { input: 0.15, output: 0.6 } },
    description: `What a million tokens cost, by the name of the model; takes the place of all prices before. ${SHIPPED}`,
  })
  @OmittableOrNull()
  @ValidateNested({ each: true })
  @Prices(
    'too_many',
    `At most ${String(PRICED_MODELS_MAX)} models have a price.`,
    ({ size }) => size <= PRICED_MODELS_MAX,
  )
  @Prices('invalid_name', `A model is called by one line of at most ${String(MODEL_NAME_MAX)} characters.`, (prices) =>
    [...prices.keys()].every((name) => textProblem(name, MODEL) === null),
  )
  @Prices('not_an_object', 'Prices must give input and output for each model.', (prices) =>
    [...prices.values()].every((price) => price instanceof TokenPriceDto),
  )
  @Transform(({ value }: { value: unknown }) => pricesByModel(value))
  prices?: Map<string, TokenPriceDto> | null;

  static read(body: ChangeSettingsDto): ChoicesPatch {
    const { prices, mask_patterns: patterns } = body;
    return {
      fallback: body.fallback,
      hiddenShare: body.hidden_share,
      categoryThreshold: body.category_threshold,
      priorityThreshold: body.priority_threshold,
      masking: body.masking,
      maskPatterns: patterns?.map((one) => MaskPatternDto.of(one)) ?? nothing(patterns),
      examples: body.examples,
      dailyBudget: body.daily_budget,
      prices: prices
        ? Object.fromEntries([...prices].map(([model, price]) => [model, TokenPriceDto.of(price)]))
        : nothing(prices),
    };
  }
}

/** The names of its fields are the models, so that each is checked by itself. What is no such object stays as it is. */
function pricesByModel(value: unknown): unknown {
  if (!isObject(value)) return value;
  return new Map(
    Object.entries(value).map(([model, price]) => [
      model,
      isObject(price) ? plainToInstance(TokenPriceDto, price) : price,
    ]),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Left out is not the same as null. */
function nothing(value: unknown): null | undefined {
  return value === null ? null : undefined;
}

/** A rule about all prices; what is no object of prices breaks it. */
function Prices(name: string, message: string, holds: (prices: ReadonlyMap<string, unknown>) => boolean) {
  return ValidateBy({
    name,
    validator: {
      validate: (prices: unknown) => prices instanceof Map && holds(prices as ReadonlyMap<string, unknown>),
      defaultMessage: () => message,
    },
  });
}
