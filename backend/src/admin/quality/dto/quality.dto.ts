import { ApiProperty } from '@nestjs/swagger';
import { COUNT, SHARE } from '../../../common/number-schemas.ts';
import type { KnownShare, LimitedShare } from '../../../stats/quality/domain/drift.ts';
import type { QualityShares } from '../../../stats/quality/domain/outcomes.ts';
import { SUGGESTED_FIELDS, type SuggestedField } from '../../../suggestions/domain/suggested-field.ts';
import type { Bin, Reliability } from '../../../stats/quality/domain/reliability.ts';
import type { Share } from '../../../stats/quality/domain/share.ts';
import type {
  ConfusionCell,
  FailureCount,
  LlmCost,
  ModelQuality,
  Quality,
  QualityPart,
} from '../../../stats/quality/quality.ts';

const name = { type: String, nullable: true } as const;
const day = { format: 'date' } as const;
const moment = { format: 'date-time' } as const;

/** What a DTO holds, to be part of another. */
type Fields<Dto> = { [Field in keyof Dto]: Dto[Field] };

/** So many of so many, as a share with its 95 % interval (Wilson). The three are null while percentages say nothing. */
export class ShareDto {
  @ApiProperty({ ...COUNT, example: 694, description: 'So many.' })
  part: number;

  @ApiProperty({ ...COUNT, example: 798, description: 'Of so many.' })
  of: number;

  @ApiProperty({ ...SHARE, example: 0.8697, description: 'Null below 50 confirmed tickets, and of nothing.' })
  share: number | null;

  @ApiProperty({ ...SHARE, example: 0.8446, description: 'Where the 95 % interval begins.' })
  low: number | null;

  @ApiProperty({ ...SHARE, example: 0.8914, description: 'Where it ends.' })
  high: number | null;

  static of({ part, of, share, low, high }: Share): Fields<ShareDto> {
    return { part, of, share, low, high };
  }
}

/** How good suggestions were. */
export class QualitySharesDto {
  @ApiProperty({ type: ShareDto, description: 'The ticket has the value that was shown, of those a person decided.' })
  acceptance: ShareDto;

  @ApiProperty({ type: ShareDto, description: 'A person chose or later set another value, of the same.' })
  override: ShareDto;

  @ApiProperty({
    type: ShareDto,
    description: 'The ticket has the value that was suggested and hidden, of those a person decided without seeing it.',
  })
  unbiased_accuracy: ShareDto;

  @ApiProperty({ type: ShareDto, description: 'The desk rather suggested nothing, of all tickets that were judged.' })
  abstention: ShareDto;

  @ApiProperty({ type: ShareDto, description: 'There was a suggestion, shown or hidden, of all that were asked for.' })
  coverage: ShareDto;

  static of({ acceptance, override, unbiasedAccuracy, abstention, coverage }: QualityShares): Fields<QualitySharesDto> {
    return {
      acceptance: ShareDto.of(acceptance),
      override: ShareDto.of(override),
      unbiased_accuracy: ShareDto.of(unbiasedAccuracy),
      abstention: ShareDto.of(abstention),
      coverage: ShareDto.of(coverage),
    };
  }
}

/** Which share of the words of tickets had been seen before. */
export class KnownShareDto {
  @ApiProperty({ ...COUNT, example: 100, description: 'Over so many suggestions.' })
  of: number;

  @ApiProperty({ ...SHARE, example: 0.83, description: 'The mean.' })
  mean: number | null;

  @ApiProperty({ ...SHARE, example: 0.11, description: 'The standard deviation.' })
  deviation: number | null;

  static of({ of, mean, deviation }: KnownShare): KnownShareDto {
    return { of, mean, deviation };
  }
}

/** The same of one part of the period, beside those before it. */
export class PartKnownShareDto extends KnownShareDto {
  @ApiProperty({
    ...SHARE,
    example: 0.797,
    description:
      'Three standard errors below the mean of up to a thousand before: from here downwards the tickets of the part are ' +
      'clearly less familiar. Null for fewer than ten suggestions, or a hundred before them.',
  })
  limit: number | null;

  static override of({ of, mean, deviation, limit }: LimitedShare): PartKnownShareDto {
    return { of, mean, deviation, limit };
  }
}

/** A day or a week. */
export class QualityPartDto extends QualitySharesDto {
  @ApiProperty({ ...day, example: '2026-04-15', description: 'Its first day.' })
  from: string;

  @ApiProperty({ ...day, example: '2026-04-21', description: 'Its last day, included.' })
  to: string;

  @ApiProperty({ ...COUNT, example: 217, description: 'How often a suggestion was asked for.' })
  asked: number;

  @ApiProperty({ type: PartKnownShareDto, description: 'How familiar its tickets were, as far as their source tells.' })
  known_share: PartKnownShareDto;

  static override of(part: QualityPart): QualityPartDto {
    return {
      ...{ from: part.from, to: part.to, asked: part.asked },
      ...QualitySharesDto.of(part),
      known_share: PartKnownShareDto.of(part.known),
    };
  }
}

/** The first suggestion with another model or version than its source had before. */
export class ModelChangeDto {
  @ApiProperty({ ...moment, example: '2026-03-24T08:12:00.000Z', description: 'When it was asked for.' })
  at: string;

  @ApiProperty({ ...COUNT, example: 3, description: 'In which of `parts`, counted from 0.' })
  part: number;

  @ApiProperty({ example: 'llm', description: 'The source.' })
  source: string;

  @ApiProperty({ ...name, example: 'gpt-4o-mini', description: 'Its model from then on.' })
  model: string | null;

  @ApiProperty({ ...name, example: '3', description: 'The version of the model or of its prompt from then on.' })
  version: string | null;
}

/** How often a value was shown where a person chose the same or another. */
export class ConfusionCellDto {
  @ApiProperty({ example: 'billing', description: 'What was suggested and shown.' })
  suggested: string;

  @ApiProperty({ example: 'technical', description: 'What the ticket has by the decision of a person.' })
  chosen: string;

  @ApiProperty({ ...COUNT, example: 22, description: 'How many tickets.' })
  count: number;

  @ApiProperty({
    example:
      '/api/admin/suggestions/quality/tickets?field=category&from=2026-03-23&to=2026-04-21&tz=UTC&suggested=billing&chosen=technical',
    description: 'Where these tickets are listed; those that were deleted since are not.',
  })
  tickets: string;

  static of({ suggested, chosen, count }: ConfusionCell, filter: URLSearchParams): ConfusionCellDto {
    const query = new URLSearchParams([...filter, ['suggested', suggested], ['chosen', chosen]]);
    const address = `/api/admin/suggestions/quality/tickets?${query.toString()}`;
    return { suggested, chosen, count, tickets: address };
  }
}

/** Decided suggestions that stated about the same confidence, and how many of them were right. */
export class ReliabilityBinDto extends ShareDto {
  @ApiProperty({ example: 0.8, minimum: 0, maximum: 1, description: 'Confidence from here, included.' })
  from: number;

  @ApiProperty({ example: 0.9, minimum: 0, maximum: 1, description: 'To there, excluded; 1 belongs to the last.' })
  to: number;

  @ApiProperty({ ...SHARE, example: 0.857, description: 'What they stated on average; null when there is none.' })
  confidence: number | null;

  static override of(bin: Bin): ReliabilityBinDto {
    return { from: bin.from, to: bin.to, confidence: bin.confidence, ...ShareDto.of(bin) };
  }
}

/** How right suggestions were beside how sure they were. */
export class ReliabilityDto {
  @ApiProperty({ ...COUNT, example: 798, description: 'Decided suggestions that stated a confidence.' })
  of: number;

  @ApiProperty({
    ...SHARE,
    example: 0.013,
    description: 'How far confidence and what came true are apart on average (expected calibration error, ten bins).',
  })
  ece: number | null;

  @ApiProperty({ type: [ReliabilityBinDto], minItems: 10, maxItems: 10, description: 'Tenths of the confidence.' })
  bins: ReliabilityBinDto[];

  static of({ of, ece, bins }: Reliability): ReliabilityDto {
    return { of, ece, bins: bins.map((bin) => ReliabilityBinDto.of(bin)) };
  }
}

/** The reliability of both kinds of suggestions. */
export class ReliabilitiesDto {
  @ApiProperty({ type: ReliabilityDto, description: 'Of suggestions that people saw, which makes them go along.' })
  shown: ReliabilityDto;

  @ApiProperty({ type: ReliabilityDto, description: 'Of those that were hidden.' })
  hidden: ReliabilityDto;
}

/** What the desk applied by itself. It is no person's decision, so it counts in no share. */
export class QualityAutomaticDto {
  @ApiProperty({ ...COUNT, example: 41, description: 'To so many tickets a suggestion was applied by itself.' })
  applied: number;

  @ApiProperty({ ...COUNT, example: 2, description: 'So many of them a person then put elsewhere.' })
  corrected: number;
}

/** How long answers took. */
export class QualityLatencyDto {
  @ApiProperty({ ...COUNT, example: 918, description: 'Answers of those who judge tickets.' })
  of: number;

  @ApiProperty({ type: 'integer', nullable: true, example: 620, description: 'Half of them took at most so many ms.' })
  p50_ms: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 1840, description: '95 % of them did.' })
  p95_ms: number | null;
}

/** How often one who was asked had no answer. */
export class QualityFailureDto {
  @ApiProperty({ example: 'llm', description: 'Who was asked.' })
  source: string;

  @ApiProperty({ ...name, example: 'gpt-4o-mini', description: 'The model.' })
  model: string | null;

  @ApiProperty({ example: 'timeout', description: 'Why.' })
  reason: string;

  @ApiProperty({ ...COUNT, example: 4, description: 'How often.' })
  count: number;

  static of({ source, model, reason, count }: FailureCount): QualityFailureDto {
    return { source, model, reason, count };
  }
}

/** One model in one version of it or of its prompt. */
export class ModelQualityDto extends QualitySharesDto {
  @ApiProperty({ example: 'llm', description: 'The source.' })
  source: string;

  @ApiProperty({ ...name, example: 'gpt-4o-mini', description: 'The model.' })
  model: string | null;

  @ApiProperty({ ...name, example: '3', description: 'The version of the model or of its prompt.' })
  version: string | null;

  @ApiProperty({ ...moment, example: '2026-03-24T08:12:00.000Z', description: 'Its first suggestion of the period.' })
  first_at: string;

  @ApiProperty({ ...moment, example: '2026-04-21T07:30:00.000Z', description: 'Its last one.' })
  last_at: string;

  @ApiProperty({
    ...{ ...moment, type: String, nullable: true, example: null },
    description: "When the desk's own model was made; null for an LLM, and where that model is no longer known.",
  })
  made_at: string | null;

  @ApiProperty({ ...COUNT, example: 918, description: 'How many suggestions it made, shown or hidden.' })
  suggested: number;

  static override of(model: ModelQuality): ModelQualityDto {
    return {
      ...{ source: model.source, model: model.model, version: model.version },
      ...{ first_at: model.first.toISOString(), last_at: model.last.toISOString() },
      ...{ made_at: model.made?.toISOString() ?? null, suggested: model.suggested },
      ...QualitySharesDto.of(model),
    };
  }
}

/** Whether tickets have become other than the desk has learned from. */
export class DriftDto {
  @ApiProperty({ type: KnownShareDto, description: 'The newest hundred suggestions up to the end of the period.' })
  window: KnownShareDto;

  @ApiProperty({ type: KnownShareDto, description: 'Up to a thousand before them.' })
  history: KnownShareDto;

  @ApiProperty({
    ...SHARE,
    example: 0.797,
    description: 'The mean of the newest from which downwards they raise an alarm; null as long as the alarm is.',
  })
  limit: number | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    example: false,
    description:
      'Whether the newest are at least three standard errors less familiar; null while there are fewer than a hundred of ' +
      'either.',
  })
  alarm: boolean | null;
}

/** What the calls of an LLM took and cost within the period: tries, and calls that failed, among them. */
export class LlmCostDto {
  @ApiProperty({ example: 'gpt-4o-mini', description: 'The model.' })
  model: string;

  @ApiProperty({ ...COUNT, example: 212, description: 'How many calls there were.' })
  calls: number;

  @ApiProperty({ ...COUNT, example: 91_400, description: 'How many tokens it read, as far as its server tells.' })
  prompt_tokens: number;

  @ApiProperty({ ...COUNT, example: 12_700, description: 'How many it wrote.' })
  completion_tokens: number;

  @ApiProperty({ type: Number, minimum: 0, example: 0.0213, description: 'In the currency of the prices.' })
  cost: number;

  @ApiProperty({ ...COUNT, example: 0, description: 'Calls with an answer whose cost nobody knows.' })
  unknown: number;

  static of({ model, calls, promptTokens, completionTokens, cost, unknown }: LlmCost): LlmCostDto {
    return { model, calls, prompt_tokens: promptTokens, completion_tokens: completionTokens, cost, unknown };
  }
}

/** How good suggestions were within a period. */
export class QualityDto extends QualitySharesDto {
  @ApiProperty({ ...moment, example: '2026-04-21T07:34:00.000Z', description: 'When it was counted.' })
  as_of: string;

  @ApiProperty({ example: 'Europe/Helsinki', description: 'The IANA name of the time zone whose days these are.' })
  time_zone: string;

  @ApiProperty({ enum: SUGGESTED_FIELDS, enumName: 'SuggestedField', example: 'category', description: 'The field.' })
  field: SuggestedField;

  @ApiProperty({ ...day, example: '2026-03-23', description: 'The first day.' })
  from: string;

  @ApiProperty({ ...day, example: '2026-04-21', description: 'The last day, included.' })
  to: string;

  @ApiProperty({
    ...COUNT,
    example: 798,
    description: 'On so many tickets with a suggestion a person has decided so far, in any period; up to 30,000.',
  })
  confirmed: number;

  @ApiProperty({ example: true, description: 'Whether those are enough for percentages: 50.' })
  measured: boolean;

  @ApiProperty({ ...COUNT, example: 932, description: 'How often a suggestion was asked for.' })
  asked: number;

  @ApiProperty({ enum: ['day', 'week'], example: 'week', description: 'What the parts are: days up to two weeks.' })
  unit: 'day' | 'week';

  @ApiProperty({
    type: [QualityPartDto],
    description: 'In the order of time. Weeks are counted back from the last day; the first may be shorter.',
  })
  parts: QualityPartDto[];

  @ApiProperty({ type: [ModelChangeDto], description: 'Every change of model or prompt, in the order of time.' })
  changes: ModelChangeDto[];

  @ApiProperty({
    type: [ConfusionCellDto],
    description: 'The cells of the confusion matrix that have any; together those of `acceptance`.',
  })
  confusion: ConfusionCellDto[];

  @ApiProperty({ type: ReliabilitiesDto, description: 'How right suggestions were beside how sure they were.' })
  reliability: ReliabilitiesDto;

  @ApiProperty({ type: QualityLatencyDto, description: 'How long answers took.' })
  latency: QualityLatencyDto;

  @ApiProperty({ type: QualityAutomaticDto, description: 'What the desk applied by itself.' })
  automatic: QualityAutomaticDto;

  @ApiProperty({ type: [QualityFailureDto], description: 'Who had no answer and why, the most frequent first.' })
  failures: QualityFailureDto[];

  @ApiProperty({ type: [ModelQualityDto], description: 'Who suggested, the one that did last first.' })
  models: ModelQualityDto[];

  @ApiProperty({ type: [LlmCostDto], description: 'What LLMs cost, by model, the dearest first.' })
  costs: LlmCostDto[];

  @ApiProperty({
    type: DriftDto,
    nullable: true,
    description: 'Null when no suggestion tells which share of the words its source knows.',
  })
  drift: DriftDto | null;

  static ofQuality(
    quality: Quality,
    { source, model, version }: { source?: string; model?: string; version?: string },
  ): QualityDto {
    const { field, from, to, timeZone, reliability, latency, drift } = quality;
    const filter = new URLSearchParams({ field, from, to, tz: timeZone });
    for (const [key, value] of Object.entries({ source, model, version }))
      if (value !== undefined) filter.set(key, value);
    return {
      ...{ as_of: quality.asOf.toISOString(), time_zone: timeZone, field, from, to },
      ...{ confirmed: quality.confirmed, measured: quality.measured, asked: quality.outcomes.asked },
      ...QualitySharesDto.of(quality.shares),
      unit: quality.unit,
      parts: quality.parts.map((part) => QualityPartDto.of(part)),
      changes: quality.changes.map(({ at, place, ...by }) => ({ ...by, at: at.toISOString(), part: place })),
      confusion: quality.confusion.map((cell) => ConfusionCellDto.of(cell, filter)),
      reliability: { shown: ReliabilityDto.of(reliability.shown), hidden: ReliabilityDto.of(reliability.hidden) },
      latency: { of: latency.of, p50_ms: latency.p50, p95_ms: latency.p95 },
      automatic: { applied: quality.automatic.applied, corrected: quality.automatic.corrected },
      failures: quality.failures.map((failure) => QualityFailureDto.of(failure)),
      models: quality.models.map((model) => ModelQualityDto.of(model)),
      costs: quality.costs.map((cost) => LlmCostDto.of(cost)),
      drift: drift && {
        window: KnownShareDto.of(drift.window),
        history: KnownShareDto.of(drift.history),
        limit: drift.limit,
        alarm: drift.alarm,
      },
    };
  }
}
