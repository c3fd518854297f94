import { ApiProperty } from '@nestjs/swagger';
import type { LlmReport } from '../../../classification/llm-report.service.ts';
import { COUNT } from '../../../common/number-schemas.ts';

/** What became of the questions of the last 24 hours. */
export class LlmDayDto {
  @ApiProperty({ ...COUNT, example: 142, description: 'How often a suggestion was asked for.' })
  asked: number;

  @ApiProperty({ ...COUNT, example: 139, description: 'How often the LLM suggested something.' })
  answered: number;

  @ApiProperty({ ...COUNT, example: 3, description: 'How often the defaults were filled in.' })
  failed: number;

  static of({ asked, answered, failed }: LlmDayDto): LlmDayDto {
    return { asked, answered, failed };
  }
}

/** A question that brought no suggestion. */
export class LlmFailureDto {
  @ApiProperty({ format: 'date-time', example: '2026-04-20T09:22:31.120Z', description: 'When it was asked.' })
  at: string;

  @ApiProperty({ example: 'timeout', description: 'Why there was no suggestion.' })
  reason: string;

  @ApiProperty({ type: String, nullable: true, example: 'gpt-4o-mini', description: 'The model that was asked.' })
  model: string | null;

  @ApiProperty({ ...COUNT, example: 10_000, description: 'After how many milliseconds that was clear.' })
  latency_ms: number;
}

/** Which LLM is asked, and how it has been. The key is never told. */
export class LlmReportDto {
  @ApiProperty({ example: 'openai', description: 'LLM_PROVIDER.' })
  provider: string;

  @ApiProperty({ type: String, nullable: true, example: 'gpt-4o-mini', description: 'The model that is asked.' })
  model: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: "The address of its server, without credentials; null for the provider's own.",
  })
  base_url: string | null;

  @ApiProperty({ example: true, description: 'Whether LLM_API_KEY is set.' })
  key_set: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '1',
    description: 'The version of the prompt, if there is one.',
  })
  prompt_version: string | null;

  @ApiProperty({ ...COUNT, example: 10_000, description: 'How many milliseconds one suggestion may take.' })
  timeout_ms: number;

  @ApiProperty({
    ...COUNT,
    example: 300_000,
    description: 'How many milliseconds longer one call may go on, with nobody waiting, so that a model can load.',
  })
  load_timeout_ms: number;

  @ApiProperty({
    type: [String],
    example: ['response_format: json_schema', 'max_completion_tokens'],
    description:
      'What its server refused of what it was sent, since this process was started. The desk asks without, or by an older name.',
  })
  not_taken: string[];

  @ApiProperty({ type: LlmDayDto, description: 'The last 24 hours.' })
  last_day: LlmDayDto;

  @ApiProperty({ type: [LlmFailureDto], maxItems: 20, description: 'The newest twenty, newest first.' })
  failures: LlmFailureDto[];

  static of(report: LlmReport): LlmReportDto {
    return {
      provider: report.provider,
      model: report.model,
      base_url: report.baseUrl,
      key_set: report.keySet,
      prompt_version: report.promptVersion,
      timeout_ms: report.timeoutMs,
      load_timeout_ms: report.loadTimeoutMs,
      not_taken: [...report.notTaken],
      last_day: LlmDayDto.of(report.lastDay),
      failures: report.failures.map(({ at, reason, model, latencyMs }) => ({
        ...{ at: at.toISOString(), reason, model },
        latency_ms: latencyMs,
      })),
    };
  }
}
