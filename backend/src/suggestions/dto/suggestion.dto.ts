import { ApiProperty } from '@nestjs/swagger';
import { SHARE } from '../../common/number-schemas.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import { ABSTENTION_REASONS, type AbstentionReason } from '../domain/abstention.ts';
import { CONFIRMED_MAX } from '../domain/confirmed.ts';
import type { ShownSuggestion, SuggestionRecord } from '../domain/shown-suggestion.ts';
import { SUGGESTION_SOURCES, type SuggestionSource } from '../domain/suggestion-source.ts';
import type { ToldWords } from '../domain/suggestion.ts';

const confidenceDescription = 'From 0 to 1; null when it states none.';
const optionsDescription = 'The likeliest first: one, two to choose from, or none where there is no suggestion.';
const reasonsDescription = 'Up to three excerpts of at most 80 characters, the most telling first.';

/** How sure the classifier is of each value. */
export class ConfidenceDto {
  @ApiProperty({ ...SHARE, example: 0.58, description: confidenceDescription })
  category: number | null;

  @ApiProperty({ ...SHARE, example: 0.91, description: confidenceDescription })
  priority: number | null;
}

/** The words of the ticket that decided each value, as they stand there. */
export class ReasonsDto {
  @ApiProperty({ type: [String], maxItems: 3, example: ['invoices', 'unpaid'], description: reasonsDescription })
  category: string[];

  @ApiProperty({
    type: [String],
    maxItems: 3,
    example: ['every customer', '20 minutes late'],
    description: reasonsDescription,
  })
  priority: string[];
}

/** The values that are offered. */
export class SuggestionOptionsDto {
  @ApiProperty({ type: [String], maxItems: 2, example: ['billing', 'account'], description: optionsDescription })
  category: string[];

  @ApiProperty({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    isArray: true,
    maxItems: 2,
    example: ['high'],
    description: optionsDescription,
  })
  priority: TicketPriority[];
}

/** Why one of two categories is offered. */
export class OptionReasonsDto {
  @ApiProperty({ example: 'billing', description: 'The key of a category that is offered.' })
  category: string;

  @ApiProperty({
    type: [String],
    maxItems: 3,
    example: ['invoices', 'unpaid'],
    description:
      'The words of the ticket that speak for this category rather than for the other, the most telling first.',
  })
  words: string[];
}

/** How often suggestions of about this confidence were right. */
export class SuggestionRecordDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 170, description: 'So many were right.' })
  right: number;

  @ApiProperty({ type: 'integer', minimum: 1, example: 212, description: 'Of so many whose outcome is known.' })
  of: number;

  static of(record: SuggestionRecord | null): SuggestionRecordDto | null {
    return record && { right: record.right, of: record.of };
  }
}

/** How much of a text is known. */
export class KnownWordsDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 3, description: 'So many of its words were seen before.' })
  known: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    example: 41,
    description: 'Of so many different words, without those that every text has.',
  })
  of: number;

  @ApiProperty({
    ...{ type: [String], maxItems: 3, example: ['update', 'printers', 'labels'] },
    description:
      'Where it is for want of known words that nothing is suggested: the first words of the ticket that were seen before, as ' +
      'they stand there. Empty otherwise.',
  })
  seen: string[];

  @ApiProperty({
    ...{ type: [String], maxItems: 3, example: ['tulpenlabels', 'bovenste', 'Zebra'] },
    description: 'And the first that were not.',
  })
  unseen: string[];

  static of(words: ToldWords | null): KnownWordsDto | null {
    return words && { known: words.known, of: words.of, seen: [...words.seen], unseen: [...words.unseen] };
  }
}

const recordDescription =
  'Where two are offered: how often one of two was right; where the desk keeps silent because it is `often_wrong`: how often it ' +
  'would have been right all the same. Null below 50 confirmed tickets, and while fewer than 20 suggestions of ' +
  'this confidence, or with two, are known.';

/** The record behind each value. */
export class SuggestionRecordsDto {
  @ApiProperty({ type: SuggestionRecordDto, nullable: true, description: recordDescription })
  category: SuggestionRecordDto | null;

  @ApiProperty({ type: SuggestionRecordDto, nullable: true, description: recordDescription })
  priority: SuggestionRecordDto | null;
}

/** What the desk suggests. Where it has no suggestion the values are general and medium, and a notice says why. */
export class SuggestionDto {
  @ApiProperty({
    format: 'uuid',
    example: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69',
    description: 'Send it with the ticket, so that what was chosen is kept beside what was suggested.',
  })
  suggestion_id: string;

  @ApiProperty({ example: 'billing', description: 'The key of an active category.' })
  suggested_category: string;

  @ApiProperty({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    example: 'high',
    description: 'How urgent it is.',
  })
  suggested_priority: TicketPriority;

  @ApiProperty({ type: ConfidenceDto, description: 'How sure the model is.' })
  confidence: ConfidenceDto;

  @ApiProperty({
    enum: SUGGESTION_SOURCES,
    enumName: 'SuggestionSource',
    example: 'llm',
    description:
      'The LLM, the built-in suggester (`local`), or `default` when nobody judged the text and the defaults are filled in.',
  })
  source: SuggestionSource;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'gpt-4o-mini',
    description: 'The model that judged the text; null when none did.',
  })
  model: string | null;

  @ApiProperty({
    type: ReasonsDto,
    description: 'What in the ticket decided; empty lists when no words in particular did.',
  })
  reasons: ReasonsDto;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description:
      'Why there is no suggestion, or who stands in for the LLM, for people; null when there is nothing to tell.',
  })
  notice: string | null;

  @ApiProperty({ type: SuggestionOptionsDto, description: 'The values that are offered.' })
  options: SuggestionOptionsDto;

  @ApiProperty({
    type: [OptionReasonsDto],
    maxItems: 2,
    example: [
      { category: 'billing', words: ['invoices', 'unpaid'] },
      { category: 'account', words: ['customer number'] },
    ],
    description:
      'Where the built-in suggester offers two categories to choose from: what speaks for each, in the order of the options. ' +
      'Empty otherwise.',
  })
  option_reasons: OptionReasonsDto[];

  @ApiProperty({
    example: false,
    description: 'Whether the desk rather suggests no category; category and priority are general and medium then.',
  })
  abstained: boolean;

  @ApiProperty({
    type: String,
    enum: [...ABSTENTION_REASONS, null],
    nullable: true,
    example: null,
    description: 'Why it suggests no category; null when it does.',
  })
  abstained_because: AbstentionReason | null;

  @ApiProperty({
    type: KnownWordsDto,
    nullable: true,
    example: null,
    description:
      'Where the built-in suggester suggests no category: how many of the words it has seen before; null otherwise.',
  })
  known_words: KnownWordsDto | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description:
      'The language that the text seems to be written in (ISO 639-3, such as `pol`), where it has not been learned and that is ' +
      'clear; null otherwise, and for a few words.',
  })
  language: string | null;

  @ApiProperty({
    example: false,
    description:
      'Whether the suggestion is kept from sight, to learn what people choose without it: see `hideable`. The values are ' +
      'general and medium then.',
  })
  hidden: boolean;

  @ApiProperty({ type: SuggestionRecordsDto, description: 'How often the desk was right with about this confidence.' })
  record: SuggestionRecordsDto;

  @ApiProperty({
    example: true,
    description: 'False below 50 confirmed tickets: then a confidence is not worth to be shown as a percentage.',
  })
  measured: boolean;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: CONFIRMED_MAX,
    example: 1_240,
    description: 'How many tickets have a category that a person chose; counted up to 30,000.',
  })
  confirmed: number;

  static of(suggestion: ShownSuggestion): SuggestionDto {
    const { id, options, record, reasons, abstained } = suggestion;
    return {
      suggestion_id: id,
      suggested_category: suggestion.category,
      suggested_priority: suggestion.priority,
      confidence: { ...suggestion.confidence },
      source: suggestion.source,
      model: suggestion.model,
      reasons: { category: [...reasons.category], priority: [...reasons.priority] },
      notice: suggestion.notice,
      options: { category: [...options.category], priority: [...options.priority] },
      option_reasons: suggestion.optionReasons.map(({ category, words }) => ({ category, words: [...words] })),
      abstained: abstained !== null,
      abstained_because: abstained,
      known_words: KnownWordsDto.of(suggestion.knownWords),
      language: suggestion.language,
      hidden: suggestion.hidden,
      record: {
        category: SuggestionRecordDto.of(record.category),
        priority: SuggestionRecordDto.of(record.priority),
      },
      measured: suggestion.measured,
      confirmed: suggestion.confirmed,
    };
  }
}
