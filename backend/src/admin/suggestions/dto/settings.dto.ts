import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { SHARE } from '../../../common/number-schemas.ts';
import {
  FALLBACKS,
  type Fallback,
  HIDDEN_SHARE_MAX,
  type SuggestionChoices,
  type SuggestionSettings,
} from '../../../suggestions/domain/desk-settings.ts';
import { MaskPatternDto, TokenPriceDto } from './settings-change.dto.ts';

const ORIGINS = ['desk', 'environment', 'shipped'] as const;
type Origin = (typeof ORIGINS)[number];

const ORIGIN = {
  ...{ enum: ORIGINS, enumName: 'SettingOrigin', example: 'environment' },
  description:
    'Whether an admin has set it (desk), or the environment says it (environment), or nobody does (shipped).',
} as const;

/** How the desk suggests. */
@ApiExtraModels(TokenPriceDto)
export class SuggestionChoicesDto {
  @ApiProperty({
    enum: FALLBACKS,
    enumName: 'LlmFallback',
    example: 'defaults',
    description: "Who answers when the LLM fails: the defaults, or the desk's own suggester.",
  })
  fallback: Fallback;

  @ApiProperty({
    ...{ type: Number, minimum: 0, maximum: HIDDEN_SHARE_MAX, example: 0.05 },
    description: 'Which share of suggestions the web app hides, to measure without showing.',
  })
  hidden_share: number;

  @ApiProperty({
    ...{ ...SHARE, example: null },
    description: "From which confidence the desk's own suggester names one category; null leaves it to its model.",
  })
  category_threshold: number | null;

  @ApiProperty({ ...SHARE, example: null, description: 'The same for a priority.' })
  priority_threshold: number | null;

  @ApiProperty({ example: true, description: 'Whether sensitive data is masked before a text goes to the LLM.' })
  masking: boolean;

  @ApiProperty({ type: [MaskPatternDto], description: 'What is masked besides.' })
  mask_patterns: MaskPatternDto[];

  @ApiProperty({
    example: true,
    description: 'Whether the LLM is shown confirmed tickets of this desk that are like the one it is asked about.',
  })
  examples: boolean;

  @ApiProperty({
    ...{ type: Number, nullable: true, minimum: 0, example: 5 },
    description: 'What the LLM may cost in a day, in the currency of the prices; null sets no bound.',
  })
  daily_budget: number | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(TokenPriceDto) },
    example: { 'gpt-4o-mini': { input: 0.15, output: 0.6 } },
    description: 'What a million tokens cost, by the name of the model.',
  })
  prices: Record<string, TokenPriceDto>;
}

/** Where each value comes from: an admin set it (desk), the environment says it, or nobody does, and it is as shipped. */
export class SettingOriginsDto {
  @ApiProperty(ORIGIN)
  fallback: Origin;

  @ApiProperty(ORIGIN)
  hidden_share: Origin;

  @ApiProperty(ORIGIN)
  category_threshold: Origin;

  @ApiProperty(ORIGIN)
  priority_threshold: Origin;

  @ApiProperty(ORIGIN)
  masking: Origin;

  @ApiProperty(ORIGIN)
  mask_patterns: Origin;

  @ApiProperty(ORIGIN)
  examples: Origin;

  @ApiProperty(ORIGIN)
  daily_budget: Origin;

  @ApiProperty(ORIGIN)
  prices: Origin;

  static of({ set, said }: SuggestionSettings): SettingOriginsDto {
    return originsBy((name) => (set[name] === null ? firstOrigin(name, said) : 'desk'));
  }

  /** Of the first values, whatever an admin has set since. */
  static ofFirst({ said }: SuggestionSettings): SettingOriginsDto {
    return originsBy((name) => firstOrigin(name, said));
  }
}

function firstOrigin(name: keyof SuggestionChoices, said: SuggestionSettings['said']): Origin {
  return said.includes(name) ? 'environment' : 'shipped';
}

function originsBy(from: (name: keyof SuggestionChoices) => Origin): SettingOriginsDto {
  return {
    fallback: from('fallback'),
    hidden_share: from('hiddenShare'),
    category_threshold: from('categoryThreshold'),
    priority_threshold: from('priorityThreshold'),
    masking: from('masking'),
    mask_patterns: from('maskPatterns'),
    examples: from('examples'),
    daily_budget: from('dailyBudget'),
    prices: from('prices'),
  };
}

/** What is in effect now, and where it comes from. */
export class SuggestionSettingsDto extends SuggestionChoicesDto {
  @ApiProperty({ type: SettingOriginsDto, description: 'Where each value comes from.' })
  from: SettingOriginsDto;

  @ApiProperty({
    type: SuggestionChoicesDto,
    description: 'What takes effect where null is sent: what the environment says, or what is shipped.',
  })
  environment: SuggestionChoicesDto;

  @ApiProperty({
    type: SettingOriginsDto,
    description: 'Where these come from: the environment says it, or nobody does; never the desk.',
  })
  environment_from: SettingOriginsDto;

  @ApiProperty({
    type: 'integer',
    example: 3,
    minimum: 1,
    description: 'Grows by one with every change; also the ETag.',
  })
  version: number;

  @ApiProperty({
    ...{ type: String, nullable: true, format: 'date-time', example: '2026-04-20T09:22:31.120Z' },
    description: 'When an admin changed them last; null when nobody has.',
  })
  updated_at: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 1,
    description: 'The id of that admin; null when nobody has.',
  })
  updated_by: number | null;

  static of(settings: SuggestionSettings): SuggestionSettingsDto {
    const { environment, version, updatedAt, updatedBy } = settings;
    return {
      ...choicesOf(settings),
      from: SettingOriginsDto.of(settings),
      environment: choicesOf(environment),
      environment_from: SettingOriginsDto.ofFirst(settings),
      version,
      updated_at: updatedBy === null ? null : updatedAt.toISOString(),
      updated_by: updatedBy,
    };
  }
}

/** The fields alone: both answers have them. */
function choicesOf(choices: SuggestionChoices): { [Name in keyof SuggestionChoicesDto]: SuggestionChoicesDto[Name] } {
  const { fallback, masking, examples, maskPatterns, prices } = choices;
  return {
    ...{ fallback, masking, examples },
    hidden_share: choices.hiddenShare,
    category_threshold: choices.categoryThreshold,
    priority_threshold: choices.priorityThreshold,
    mask_patterns: maskPatterns.map((one) => MaskPatternDto.of(one)),
    daily_budget: choices.dailyBudget,
    prices: Object.fromEntries(Object.entries(prices).map(([model, price]) => [model, TokenPriceDto.of(price)])),
  };
}
