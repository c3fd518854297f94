import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { COUNT } from '../../../common/number-schemas.ts';
import type { KeptCall } from '../../../suggestions/domain/llm-call.ts';

export class SuggestionIdDto {
  @ApiProperty({ format: 'uuid', description: 'The id of the suggestion.' })
  @IsUUID('loose', { message: 'Id must be a UUID.' })
  id: string;
}

const tokens = { ...COUNT, nullable: true } as const;

/** A call of an LLM. */
export class LlmCallDto {
  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was made.' })
  at: string;

  @ApiProperty({ example: 'gpt-4o-mini', description: 'The model that was asked.' })
  model: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Please mail [EMAIL_1].' }] },
    description: 'The body of the request, as it was sent; null once it is forgotten.',
  })
  sent: object | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '{"choices": []}',
    description:
      'The body of the answer, without the key should it stand there; null when none came, or once it is forgotten.',
  })
  answer: string | null;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why it brought no suggestion.' })
  failure: string | null;

  @ApiProperty({ ...tokens, example: 412, description: 'How many tokens it read; null when its server does not tell.' })
  prompt_tokens: number | null;

  @ApiProperty({ ...tokens, example: 60, description: 'How many it wrote.' })
  completion_tokens: number | null;

  @ApiProperty({
    ...{ type: Number, nullable: true, minimum: 0, example: 0.000098 },
    description: 'What that cost, by the price of then; null when nobody knows.',
  })
  cost: number | null;

  static of({ at, model, sent, answer, failure, usage, cost }: KeptCall): LlmCallDto {
    return {
      ...{ at: at.toISOString(), model, sent: sent ?? null, answer, failure, cost },
      prompt_tokens: usage?.prompt ?? null,
      completion_tokens: usage?.completion ?? null,
    };
  }
}

/** What an LLM was sent for a suggestion. */
export class SentDto {
  @ApiProperty({ type: [LlmCallDto], description: 'The first one first.' })
  calls: LlmCallDto[];

  static of(calls: readonly KeptCall[]): SentDto {
    return { calls: calls.map((call) => LlmCallDto.of(call)) };
  }
}
